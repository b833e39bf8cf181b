import { phrases } from '../phrases';

/** What stands around every page: the masthead, errors, notices, the keyboard, signing in, one's own data. */
export const shell = phrases({
  'Too many requests at once.': 'Troppe richieste in una volta.',
  'Wait a moment and try again.': 'Aspetta un momento e riprova.',
  'What was changed is on this page now. Read it and try again.':
    'Ciò che è cambiato ora è su questa pagina. Leggilo e riprova.',
  'Try again': 'Riprova',
  'Opening…': 'Apertura…',
  'Copied to the clipboard.': 'Copiato negli appunti.',
  'The browser refused to copy. Allow the clipboard for this page, or use the download.':
    'Il browser ha rifiutato la copia. Consenti gli appunti per questa pagina, oppure scarica il file.',
  'This page broke': 'Questa pagina si è rotta',
  'Your text is kept on this device, and everything that was saved is safe.':
    'Il tuo testo è conservato su questo dispositivo, e tutto ciò che era salvato è al sicuro.',
  'Load the page again': 'Ricarica la pagina',
  'Back to all post-mortems': 'Torna a tutti i post-mortem',
  'Go there': 'Vai lì',
  'Done|task': 'Fatto',
  'Open|task': 'Da fare',
  'A part of this page has not arrived. It comes when the connection is back; if it does not, load the page again.':
    'Una parte di questa pagina non è arrivata. Arriverà quando torna la connessione; se non arriva, ricarica la pagina.',
  '{clock} here': '{clock} qui',
  Dismiss: 'Chiudi avviso',
  'Others of the same kind': 'Altri dello stesso tipo',
  Undo: 'Annulla',
  Close: 'Chiudi',
  Cancel: 'Annulla',
  Show: 'Mostra',
  'Show more': 'Mostra altri',
  Save: 'Salva',
  'The server gave an empty answer.': 'Il server ha dato una risposta vuota.',
  'A saved version cannot be read.': 'Una versione salvata non è leggibile.',
  'The server failed ({status}).': 'Il server ha avuto un errore ({status}).',
  'The server gave an answer that cannot be read.': 'Il server ha dato una risposta illeggibile.',
  'Your text is kept on this device and is sent when the connection is back.':
    'Il tuo testo è conservato su questo dispositivo e viene inviato quando torna la connessione.',
  'The server cannot be reached.': 'Il server non è raggiungibile.',
  'Sign in again. Your text is kept on this device.':
    'Accedi di nuovo. Il tuo testo è conservato su questo dispositivo.',
  'Your session has ended.': 'La sessione è terminata.',
  'Check the link, or ask its owner to share it with you.':
    'Controlla il link, o chiedi al proprietario di condividerlo con te.',
  'There is no such post-mortem among those you own or may edit.':
    'Non c’è un post-mortem del genere fra quelli tuoi o che puoi modificare.',
  'Compare both versions; neither is lost.': 'Confronta le due versioni: nessuna è andata persa.',
  'Somebody else changed it meanwhile.': 'Nel frattempo l’ha modificato qualcun altro.',
  'Change what it names and try again.': 'Correggi ciò che viene indicato e riprova.',
  'Wait a moment and try again. Your text is kept on this device.':
    'Aspetta un momento e riprova. Il tuo testo è conservato su questo dispositivo.',
  'Something went wrong.': 'Qualcosa è andato storto.',
  'Try again. If it happens again, reload the page; your text is kept on this device.':
    'Riprova. Se succede ancora, ricarica la pagina: il tuo testo è conservato su questo dispositivo.',
  'Keep this tab open until it is saved, or copy your text elsewhere.':
    'Tieni aperta questa scheda finché non è salvato, o copia il testo altrove.',
  'This device could not keep a copy of your text.':
    'Questo dispositivo non è riuscito a conservare una copia del tuo testo.',

  'Skip to the content': 'Vai al contenuto',
  Theme: 'Tema',
  Language: 'Lingua',
  Actions: 'Azioni',
  Trends: 'Tendenze',
  Pages: 'Pagine',
  Account: 'Account',
  'Signed in as': 'Accesso come',
  'Your ID. Give it to a colleague who wants to share with you.':
    'Il tuo ID. Dallo a un collega che vuole condividere qualcosa con te.',
  'Copy my ID': 'Copia il mio ID',
  'Your data': 'I tuoi dati',
  'Keyboard shortcuts': 'Scorciatoie da tastiera',
  'Sign out': 'Esci',
  'Not found · Nevermore': 'Non trovato · Nevermore',
  'There is no such page': 'Questa pagina non esiste',
  'Not found, or not yours': 'Non trovato, o non tuo',
  'The address may be mistyped, or the page is gone.':
    'Forse l’indirizzo è scritto male, o la pagina non c’è più.',
  'There is no post-mortem here that you own or may edit. Check the link, or ask its owner to share it with you: your ID is in the account menu.':
    'Qui non c’è un post-mortem tuo o che puoi modificare. Controlla il link, o chiedi al proprietario di condividerlo con te: il tuo ID è nel menu Account.',
  'If you deleted it yourself, it is under {link}.': 'Se l’hai eliminato tu, è in {link}.',
  'Your address is confirmed, and you are signed in.':
    'Il tuo indirizzo è confermato e hai effettuato l’accesso.',

  'What would you like to do?': 'Che cosa vuoi fare?',
  Command: 'Comando',
  Commands: 'Comandi',
  'Nothing on this page is called so.': 'Niente in questa pagina si chiama così.',
  'Do anything on this page by its name': 'Fai qualsiasi cosa in questa pagina, per nome',
  'Enhance the section you are writing': 'Migliora la sezione che stai scrivendo',
  'Bold; with I instead, italic': 'Grassetto; con I, corsivo',
  'Paste without formatting': 'Incolla senza formattazione',
  'Follow a link in a section': 'Segui un link in una sezione',
  'Show this list, while you are not writing': 'Mostra questo elenco, quando non stai scrivendo',
  'Close a question or a menu': 'Chiudi una domanda o un menu',
  'Go to the next control; everything can be reached so':
    'Vai al comando successivo: così si raggiunge tutto',
  Enter: 'Invio',
  Shift: 'Maiusc',
  Click: 'Clic',

  'Your address is confirmed. Sign in to begin.': 'Il tuo indirizzo è confermato. Accedi per cominciare.',
  'Your password is changed. Sign in with the new one.': 'La password è cambiata. Accedi con quella nuova.',
  'Write down what happened in your own words. Two models each draft a better version, a third judges them, and you decide. Every draft says who wrote it, and nothing of yours is lost.':
    'Scrivi che cosa è successo con parole tue. Due modelli preparano ciascuno una bozza migliore, un terzo le giudica, e decidi tu. Ogni bozza dice chi l’ha scritta, e niente di tuo va perso.',
  Write: 'Scrivi',
  '{write} the incident as you remember it.': '{write} l’incidente come lo ricordi.',
  '{enhance} any section, and see who wrote what and why it won.':
    '{enhance} una sezione qualsiasi, e guarda chi ha scritto che cosa e perché ha vinto.',
  '{copy} the finished Markdown into your team’s channel.':
    '{copy} il Markdown finito nel canale del tuo team.',
  'Sign in or create an account': 'Accedi o crea un account',
  'Sign in again and go on where you were. Your unsaved text is kept on this device.':
    'Accedi di nuovo e riprendi da dove eri. Il testo non salvato è conservato su questo dispositivo.',
  'A code is on its way to your e-mail address. It may take a minute to arrive.':
    'Un codice è in arrivo al tuo indirizzo e-mail. Può metterci un minuto.',
  'No e-mail is sent from here: the code is in {place}.':
    'Da qui non partono e-mail: il codice è in {place}.',
  'Reset your password': 'Reimposta la password',
  'Say which address you sign in with; a code lets you choose a new password.':
    'Indica l’indirizzo con cui accedi: un codice ti permette di scegliere una nuova password.',
  'Choose a new password': 'Scegli una nuova password',
  'Confirm your address': 'Conferma il tuo indirizzo',

  'Your data · Nevermore': 'I tuoi dati · Nevermore',
  'Download my data': 'Scarica i miei dati',
  'One JSON file with every post-mortem you own, also archived and recently deleted ones, every save of it, the drafts you asked for, what others have shared with you, your comments on any of them, the templates you saved for the team, the reviews you had a part in, what you wanted remembered, what you asked the archive, and what you said to the assistant.':
    'Un file JSON con ogni tuo post-mortem, anche archiviato o eliminato di recente, ogni suo salvataggio, le bozze che hai chiesto, ciò che altri hanno condiviso con te, i tuoi commenti, i modelli che hai salvato per il team, le revisioni a cui hai partecipato, ciò che hai voluto far ricordare, ciò che hai chiesto all’archivio e ciò che hai detto all’assistente.',
  'Something is stored in it that the schema does not allow.': 'Contiene qualcosa che lo schema non ammette.',
  'Ask whoever runs this server to delete them, and erase once more.':
    'Chiedi a chi gestisce questo server di eliminarli, e cancella di nuovo.',
  '{n} of your records cannot be read, and so were not erased. Everything else is gone.': {
    one: 'Uno dei tuoi dati non può essere letto, e quindi non è stato cancellato. Tutto il resto non c’è più.',
    other:
      '{n} dei tuoi dati non possono essere letti, e quindi non sono stati cancellati. Tutto il resto non c’è più.',
  },
  'Everything is in nevermore-my-data.json, among your downloads.':
    'È tutto in nevermore-my-data.json, fra i tuoi download.',
  Collecting: 'Raccolta',
  '{done} of {all} collected…': '{done} di {all} raccolti…',
  'Erase my data': 'Cancella i miei dati',
  'Counting what you own…': 'Conto quello che è tuo…',
  'They go now and for good, not under Recently deleted, with every save and all drafts, for everybody who reads them too. Download your data first if you may want it.':
    'Spariscono subito e per sempre, senza passare da Eliminati di recente, con ogni salvataggio e tutte le bozze, anche per chi li legge. Se potresti averne bisogno, scarica prima i tuoi dati.',
  '{n} of them are published: your colleagues lose what they read and link to. To leave it to somebody, ask them to duplicate it before you erase.':
    {
      one: 'Uno è pubblicato: i colleghi perdono ciò che leggono e a cui rimandano. Per lasciarlo a qualcuno, chiedigli di duplicarlo prima della cancellazione.',
      other:
        '{n} sono pubblicati: i colleghi perdono ciò che leggono e a cui rimandano. Per lasciarli a qualcuno, chiedigli di duplicarli prima della cancellazione.',
    },
  'The drafts you asked for on other people’s post-mortems go too, the templates you saved for the team, what you wanted remembered, for you and for the team, what you asked the archive, what you said to the assistant, and what this device has kept. Your comments, and what you said in reviews, are emptied and lose your name; what others replied, and what was decided, stays. Not touched: what you wrote in the text of other people’s post-mortems, your name where one of them says who saved it, published it, took part or resolved a thread of somebody else’s, and your place among those it is shared with. Their owners take those out.':
    'Spariscono anche le bozze che hai chiesto sui post-mortem di altri, i modelli che hai salvato per il team, ciò che hai voluto far ricordare, per te e per il team, ciò che hai chiesto all’archivio, ciò che hai detto all’assistente e ciò che questo dispositivo ha conservato. I tuoi commenti e ciò che hai detto nelle revisioni vengono svuotati e perdono il tuo nome; le risposte degli altri e ciò che è stato deciso restano. Non vengono toccati: ciò che hai scritto nel testo dei post-mortem di altri, il tuo nome dove si dice chi ha salvato, pubblicato, partecipato o risolto la discussione di un altro, e il tuo posto fra le persone con cui è condiviso. Quelli li tolgono i proprietari.',
  'Erasing was begun and did not come to its end. Erase again to go on.':
    'Una cancellazione è iniziata e non è arrivata in fondo. Cancella di nuovo per proseguire.',
  'Type {name} to confirm': 'Scrivi {name} per confermare',
  'Delete my account too': 'Elimina anche il mio account',
  Erasing: 'Cancellazione',
  '{done} of {all} erased…': '{done} di {all} cancellati…',
  'Go on erasing': 'Prosegui la cancellazione',
  'Erase my data and sign out': 'Cancella i miei dati ed esci',
  'You own {n} post-mortems': { one: 'Hai un post-mortem', other: 'Hai {n} post-mortem' },
  '{own}, and {n} more are recently deleted.': {
    one: '{own}, e un altro è fra gli eliminati di recente.',
    other: '{own}, e altri {n} sono fra gli eliminati di recente.',
  },
});
