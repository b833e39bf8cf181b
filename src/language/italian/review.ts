import { phrases } from '../phrases';

/** A review by people: submitting, deciding, what follows, and what waits for somebody. */
export const review = phrases({
  Reviews: 'Revisioni',
  'Reviews · Nevermore': 'Revisioni · Nevermore',
  Review: 'Revisione',
  'waiting for you': 'in attesa di te',
  'Waiting for you': 'In attesa di te',
  'Nothing waits for you.': 'Niente ti aspetta.',
  '{n} reviews wait for you.': { one: 'Ti aspetta una revisione.', other: 'Ti aspettano {n} revisioni.' },
  'Nothing waits for you. When somebody asks for your review, it stands here.':
    'Niente ti aspetta. Quando qualcuno ti chiede una revisione, compare qui.',
  'You have asked': 'Chieste da te',
  'You have asked nobody yet. Open a post-mortem of yours and choose Submit for review.':
    'Non hai ancora chiesto revisioni. Apri un tuo post-mortem e scegli Invia in revisione.',
  'Until {moment}': 'Entro il {moment}',
  '{name} asks, {moment}': 'Lo chiede {name}, {moment}',
  'by {name}, {moment}': 'da {name}, {moment}',
  'asked {reviewers}, {moment}': 'chiesto a {reviewers}, {moment}',
  'any colleague': 'un collega qualsiasi',

  'Who decides': 'Chi decide',
  'People I name': 'Persone che indico io',
  'Others, by e-mail': 'Altri, per e-mail',
  'Their e-mail addresses': 'I loro indirizzi e-mail',
  'Added {names}.': 'Aggiunti: {names}.',
  'Do not ask {name}': 'Non chiedere a {name}',
  'Several with a space between them, at most {most}. Whoever decides first decides.':
    'Più indirizzi separati da uno spazio, al massimo {most}. Vale la decisione di chi decide per primo.',
  'Only its owner can share it: name people whom it is shared with.':
    'Solo il proprietario può condividerlo: indica persone con cui è già condiviso.',
  'Any colleague but me': 'Un collega qualsiasi, tranne me',
  'Any colleague but me (not while it is private)': 'Un collega qualsiasi, tranne me (non finché è privato)',
  'Name somebody, or let any colleague decide.': 'Indica qualcuno, o lascia decidere un collega qualsiasi.',
  'At most {most} people can be asked. Take somebody off.':
    'Si può chiedere al massimo a {most} persone. Togli qualcuno.',
  'Its owner': 'Il proprietario',
  'What they should know (may be empty)': 'Che cosa dovrebbero sapere (facoltativo)',
  'Before it is read': 'Prima che venga letto',
  'What will happen': 'Che cosa succederà',
  'While it waits, every signed-in colleague can read it and finds it under Reviews.':
    'Finché è in attesa, ogni collega che accede può leggerlo e lo trova in Revisioni.',
  'They get a message with a link, find it under Reviews, and can read it and comment on it from then on.':
    'I revisori ricevono un messaggio con un link, lo trovano in Revisioni, e da quel momento possono leggerlo e commentarlo.',
  'They have {time}; half way, a reminder goes out. If nobody decides, it comes back to you as a draft.':
    'Tempo per decidere: {time}; a metà parte un promemoria. Se nessuno decide, ti torna come bozza.',
  'Approved, it is marked as published at once; it stays private.':
    'Se approvato, viene subito segnato come pubblicato; resta privato.',
  'Approved, it is published at once, if nobody has changed it meanwhile.':
    'Se approvato, viene pubblicato subito, purché nel frattempo nessuno l’abbia modificato.',
  'Asked for changes or declined, it comes back to you as a draft, with what they say.':
    'Se si chiedono modifiche o viene rifiutato, ti torna come bozza, con ciò che hanno scritto.',
  'Owners of actions that are still open are asked about them {time} after publication, or when they are due.':
    'Ai responsabili delle azioni ancora aperte si chiede a che punto sono {time} dopo la pubblicazione, o alla loro scadenza.',
  '{n} days': { one: '{n} giorno', other: '{n} giorni' },
  '{n} hours': { one: '{n} ora', other: '{n} ore' },
  '{n} minutes': { one: '{n} minuto', other: '{n} minuti' },
  '{n} seconds': { one: '{n} secondo', other: '{n} secondi' },
  '{n} reviews cannot be shown: something is stored in them that the schema does not allow. They are still on the server and go on there.':
    {
      one: 'Una revisione non può essere mostrata: contiene qualcosa che lo schema non ammette. È ancora sul server e lì prosegue.',
      other:
        '{n} revisioni non possono essere mostrate: contengono qualcosa che lo schema non ammette. Sono ancora sul server e lì proseguono.',
    },
  'Submit it': 'Invia',
  'Submit it as it is': 'Invia così com’è',
  'Submitted. The page shows how its review goes on.': 'Inviato in revisione. La pagina mostra come procede.',
  'Somebody else has saved it just now. Read what has changed.':
    'Qualcun altro l’ha appena salvato. Leggi che cosa è cambiato.',
  'This page shows it now as it stands.': 'Ora questa pagina lo mostra com’è.',
  'Nothing is lost here. Send it again when the connection is back; it counts once.':
    'Qui non si perde niente. Invia di nuovo quando torna la connessione: conta una volta sola.',
  'It was not sent: the server cannot be reached.': 'Non è stato inviato: il server non è raggiungibile.',
  'Wait a moment and submit it again.': 'Aspetta un momento e invialo di nuovo in revisione.',
  'The review broke off before it began.': 'La revisione si è interrotta prima di cominciare.',

  'It waits for your decision, until {moment}.': 'Aspetta la tua decisione, entro il {moment}.',
  'It waits for a decision, until {moment}.': 'Aspetta una decisione, entro il {moment}.',
  Decide: 'Decidi',
  'Show the review': 'Mostra la revisione',
  'It waits for {reviewers}, until {moment}. To publish it yourself, or to take it back, cancel the review first.':
    'Deve decidere {reviewers}, entro il {moment}. Per pubblicarlo tu, o per riprenderlo, annulla prima la revisione.',
  'Meanwhile every signed-in colleague can read it.': 'Intanto può leggerlo ogni collega che accede.',

  'Look again|review': 'Controlla di nuovo',
  '{n} reviews before': { one: 'La revisione precedente', other: 'Le {n} revisioni precedenti' },
  '{moment}: {standing}, by {name}': '{moment}: {standing}, da {name}',
  '{name} submitted it on {moment}, to be decided by {reviewers}.':
    'Inviato in revisione da {name} il {moment}; deve decidere {reviewers}.',
  'What comes next': 'Che cosa viene dopo',
  Related: 'Correlati',
  'Others that did it well': 'Altri che l’hanno fatto bene',
  'See it as Lambda sees it': 'Guardala come la vede Lambda',
  '(opens another page)': '(apre un’altra pagina)',
  'The rules have nothing to say of it.': 'Le regole non hanno niente da osservare.',
  '{n} remarks by the rules': {
    one: 'Un’osservazione delle regole',
    other: '{n} osservazioni delle regole',
  },
  'As it was submitted. They ask; only people know.':
    'Sul testo com’era all’invio. Le regole chiedono; solo le persone sanno.',
  'Everything that has happened ({count})': 'Tutto ciò che è successo ({count})',

  'Your decision': 'La tua decisione',
  'Your words to the author': 'Le tue parole all’autore',
  'Say why, so that the author knows what to do.': 'Di’ perché, così l’autore sa che cosa fare.',
  'Needed when you ask for changes or decline. Approved, it is published at once.':
    'Servono se chiedi modifiche o rifiuti. Se lo approvi, viene pubblicato subito.',
  'It can be decided until {moment}.': 'Si può decidere fino al {moment}.',
  Approve: 'Approva',
  'Ask for changes': 'Chiedi modifiche',
  Decline: 'Rifiuta',
  'It was changed since you opened it. Read what has changed, then decide.':
    'È cambiato da quando l’hai aperto. Leggi che cosa è cambiato, poi decidi.',
  'I have read it': 'L’ho letto',
  'What you had written was not sent': 'Ciò che avevi scritto non è stato inviato',
  'Copy it': 'Copia',
  'Forget it': 'Scarta',

  'Cancel the review': 'Annulla la revisione',
  'Cancel the review?': 'Annullare la revisione?',
  'The reviewers are told, nobody can decide any more, and it is a draft again.':
    'I revisori vengono avvisati, nessuno può più decidere, e torna a essere una bozza.',
  'Call off the follow-ups': 'Annulla i solleciti',
  'Call off the follow-ups?': 'Annullare i solleciti?',
  'Nobody is asked about the open actions of this document any more. It stays published.':
    'A nessuno si chiede più delle azioni aperte di questo documento. Resta pubblicato.',
  'Leave it as it is': 'Lascia così com’è',

  '{n} messages have not arrived': {
    one: 'Un messaggio non è arrivato',
    other: '{n} messaggi non sono arrivati',
  },
  'Messages ({count})': 'Messaggi ({count})',
  'Send again': 'Invia di nuovo',
  'On its way': 'In viaggio',
  Sent: 'Inviato',
  'Not sent': 'Non inviato',
  'Perhaps sent': 'Forse inviato',
  'Came back': 'Tornato indietro',
  'Follow-ups': 'Solleciti',
  'Called off by {name}, {moment}.': 'Annullati da {name}, {moment}.',
  'Whoever has submitted it': 'Chi l’ha inviato in revisione',
  'whoever has submitted it': 'chi l’ha inviato in revisione',
  'What it says': 'Che cosa dice',
  Waits: 'In attesa',
  'Not needed any more': 'Non serve più',
  'Called off': 'Annullato',

  'Not waiting for you any more': 'Non aspetta più te',
  'Being submitted': 'In corso di invio',
  'Waits for a decision': 'Aspetta una decisione',
  'Broke off': 'Interrotta',
  'What follows is told to those it is shared with.':
    'Ciò che segue lo vedono le persone con cui è condiviso.',
  'Somebody has decided, or it was called off. Load the page again to see what became of the document.':
    'Qualcuno ha deciso, o la revisione è stata annullata. Ricarica la pagina per vedere che ne è stato del documento.',
  'The reviewers are asked in a moment.': 'Fra un momento si chiede ai revisori.',
  'Reminder on {moment}, if nobody has decided by then.':
    'Promemoria il {moment}, se per allora nessuno ha deciso.',
  'It can be decided until {moment}. After that it goes back to its author as a draft.':
    'Si può decidere fino al {moment}. Dopo torna all’autore come bozza.',
  'The follow-ups were called off: the workflow ends within minutes.':
    'I solleciti sono stati annullati: il flusso finisce entro pochi minuti.',
  'The decision is being carried out.': 'La decisione è in corso di esecuzione.',
  'Follow-up on {moment} to {owner}: {actions}.': 'Sollecito il {moment} a {owner}: {actions}.',
  '{n} more after that.': { one: 'Poi un altro.', other: 'Poi altri {n}.' },
  'The review of “{title}” is over: {outcome}.': 'La revisione di “{title}” è conclusa: {outcome}.',
  'The review of “{title}” is over: {outcome} by {name}.':
    'La revisione di “{title}” è conclusa: {outcome} da {name}.',

  'Submitted for review': 'Inviato in revisione',
  'Read by the rules': 'Letto dalle regole',
  'Reviewers asked': 'Chiesto ai revisori',
  'Waited for a decision': 'Attesa di una decisione',
  'Reviewers reminded': 'Promemoria ai revisori',
  'Waited on for a decision': 'Ancora attesa di una decisione',
  Decided: 'Deciso',
  'Given back as a draft': 'Restituito come bozza',
  'Looked for related post-mortems': 'Cercati post-mortem correlati',
  'Looked for others that did it well': 'Cercati altri che l’hanno fatto bene',
  'Told how it came out': 'Comunicato l’esito',
  'Planned the follow-up': 'Pianificato il sollecito',
  'Waited for the follow-up': 'Attesa del sollecito',
  'Looked what is still open': 'Verificato che cosa è ancora aperto',
  'Wrote a follow-up': 'Scritto un sollecito',
  'Sent a follow-up': 'Inviato un sollecito',
  '{step}: it failed': '{step}: errore',
});
