import { phrases } from '../phrases';

/** The document while it is written: facts, sections, rows, saving, versions that meet. */
export const editor = phrases({
  'Opening the post-mortem…': 'Apro il post-mortem…',
  'It was deleted, or is no longer shared with you.': 'È stato eliminato, o non è più condiviso con te.',
  'Your text is still here, and on this device.': 'Il tuo testo è ancora qui, e su questo dispositivo.',
  'Keep my text as a post-mortem of its own': 'Conserva il mio testo come post-mortem a sé',
  'No post-mortem was made of it. Make room on this device and try again, or copy your text from this page.':
    'Non ne è stato fatto nessun post-mortem. Libera spazio su questo dispositivo e riprova, o copia il tuo testo da questa pagina.',
  'This device still has text of yours that was never saved there.':
    'Questo dispositivo ha ancora del tuo testo che lì non è mai stato salvato.',
  'Delete this post-mortem?': 'Eliminare questo post-mortem?',
  '“{title}” is deleted for everybody, with its drafts and its history. For {days} days you find it under Recently deleted and can restore it as it was.':
    '“{title}” viene eliminato per tutti, con le bozze e tutte le modifiche. Per {days} giorni lo trovi in Eliminati di recente e puoi ripristinarlo com’era.',
  'Delete it': 'Elimina',
  Facts: 'Fatti',
  'Edit facts': 'Modifica i fatti',
  '{used} characters; at most {most} can be saved.': '{used} caratteri; se ne salvano al massimo {most}.',
  'Separated by commas': 'Separati da virgole',
  'and {n} more': 'e altri {n}',
  'No service, times or people yet': 'Ancora nessun servizio, orario o persona',
  '“{label}” is before “{after}”.': '“{label}” viene prima di “{after}”.',
  '“{label}” is before “{after}”. Is one of them mistyped?':
    '“{label}” viene prima di “{after}”. Uno dei due è sbagliato?',
  'Your time zone: {zone}.': 'Il tuo fuso orario: {zone}.',
  Sections: 'Sezioni',
  empty: 'da scrivere',
  Preview: 'Anteprima',
  Copy: 'Copia',
  Download: 'Scarica',
  'Copy {label}': 'Copia {label}',
  'Download {label}': 'Scarica {label}',
  '{name} as Markdown': '{name} come Markdown',
  'Such as: {example}': 'Per esempio: {example}',
  'Nothing to preview yet.': 'Ancora niente da vedere in anteprima.',
  '{used} of {limit} characters': '{used} di {limit} caratteri',
  '{used} of {limit} characters: {over} too many to be saved. Nothing is cut off; shorten it, or move a part to another section.':
    '{used} di {limit} caratteri: {over} di troppo per salvare. Niente viene tagliato: accorcia, o sposta una parte in un’altra sezione.',
  Template: 'Modello',
  'Of your team': 'Del tuo team',
  'A template of your team.': 'Un modello del tuo team.',
  'No template has this name any more; the document keeps its sections.':
    'Nessun modello ha più questo nome; il documento tiene le sue sezioni.',
  'Changing it loses no text.': 'Cambiandolo non si perde testo.',
  'Add a section': 'Aggiungi una sezione',
  'Choose…': 'Scegli…',

  'Saved as soon as you write something': 'Si salva appena scrivi qualcosa',
  Saved: 'Salvato',
  'Saving…': 'Salvataggio…',
  'Save now': 'Salva ora',
  'Offline: kept on this device': 'Offline: conservato su questo dispositivo',
  'This device cannot keep a copy. Keep this tab open until it is saved.':
    'Questo dispositivo non può conservare una copia. Tieni aperta la scheda finché non è salvato.',
  'Not saved: {message} {advice}': 'Non salvato: {message} {advice}',
  'Not saved: your session has ended. Kept on this device':
    'Non salvato: la sessione è terminata. Conservato su questo dispositivo',
  'Not saved. {changed}. Choose below': 'Non salvato. {changed}. Scegli qui sotto',
  'Not saved: it was deleted, or is no longer shared with you. Kept on this device':
    'Non salvato: è stato eliminato, o non è più condiviso con te. Conservato su questo dispositivo',
  'Your text is kept on this device.': 'Il tuo testo è conservato su questo dispositivo.',
  'The document': 'Il documento',
  'The document has {size} KB, and {most} KB can be saved. Nothing is cut off: move a part to another post-mortem, or shorten the timeline.':
    'Il documento ha {size} KB, e se ne possono salvare {most}. Niente viene tagliato: sposta una parte in un altro post-mortem, o accorcia la cronologia.',
  'It has to be saved first, and it could not be saved: {message}':
    'Prima va salvato, e non è stato possibile salvarlo: {message}',
  'It has to be saved first, and both versions wait for your choice. {changed}.':
    'Prima va salvato, ed entrambe le versioni aspettano la tua scelta. {changed}.',
  'Choose on the page what is kept, and try again.': 'Scegli nella pagina che cosa tenere, e riprova.',
  'It has to be saved first, and is not saved yet.': 'Prima va salvato, e non lo è ancora.',
  'It is not private yet. {message} {advice}': 'Non è ancora privato. {message} {advice}',

  'Your unsaved text is back.': 'Il tuo testo non salvato è tornato.',
  'It was kept on this device and is being saved now.':
    'Era conservato su questo dispositivo e ora viene salvato.',
  'Nothing here was in the way, so both are in here now.':
    'Qui niente era d’intralcio, quindi ora ci sono entrambe le modifiche.',
  'What changed in “{label}”': 'Che cosa è cambiato in “{label}”',
  Understood: 'Ho capito',
  'You changed it meanwhile, in another tab or on another device':
    'Nel frattempo l’hai modificato tu, in un’altra scheda o su un altro dispositivo',
  'You changed, here and there, the fields below.': {
    one: 'Hai modificato, qui e là, il campo qui sotto.',
    other: 'Hai modificato, qui e là, i campi qui sotto.',
  },
  'You both changed the fields below.': {
    one: 'Avete modificato entrambi il campo qui sotto.',
    other: 'Avete modificato entrambi i campi qui sotto.',
  },
  'Here are both versions; neither is lost. Everything else is already brought together.':
    'Ecco le due versioni: nessuna è andata persa. Tutto il resto è già riunito.',
  'Save what I chose': 'Salva ciò che ho scelto',
  'What differs, word by word': 'Che cosa cambia, parola per parola',
  Nothing: 'Niente',
  'Your changes from another tab or device came in.':
    'Sono arrivate le tue modifiche da un’altra scheda o da un altro dispositivo.',
  'The version here': 'La versione qui',
  'The version from there': 'La versione di là',
  'From here': 'Da qui',
  'From there': 'Da là',
  'Both, from here first': 'Entrambe, prima da qui',
  '{name} changed it meanwhile': 'Nel frattempo l’ha modificato {name}',
  'Somebody else': 'Qualcun altro',
  'somebody else': 'qualcun altro',
  'Changes by {name} came in.': 'Sono arrivate modifiche di {name}.',
  'My version': 'La mia versione',
  'The version of {name}': 'La versione di {name}',
  'Their version': 'L’altra versione',
  Mine: 'La mia',
  Theirs: 'L’altra',
  'Both, mine first': 'Entrambe, prima la mia',

  'timeline entry': 'voce della cronologia',
  'action item': 'azione correttiva',
  person: 'persona',
  'timeline entry {number}': 'voce {number} della cronologia',
  'action item {number}': 'azione correttiva {number}',
  ': action item {number}': ': azione correttiva {number}',
  'person {number}': 'persona {number}',
  'Add {row}': 'Aggiungi {row}',
  'Removed {row} {n}.': 'Riga tolta: {row} {n}.',
  'Insert a {row} after {row} {n}': 'Inserisci {row} dopo {row} {n}',
  'Move {row} {n} up': 'Sposta su: {row} {n}',
  'Move {row} {n} down': 'Sposta giù: {row} {n}',
  'Remove {row} {n}': 'Togli: {row} {n}',
  'Parts of the list, by {row}': 'Parti dell’elenco, per {row}',
  Earlier: 'Precedenti',
  Later: 'Successive',
  'To the first': 'Alle prime',
  'To the last': 'Alle ultime',
  '{first} to {last} of {all}': 'da {first} a {last} di {all}',
  'What keeps it from happening again. One owner each.':
    'Che cosa impedisce che si ripeta. Un responsabile per ciascuna.',
  'Who took part, and as what. For readers who want to ask.':
    'Chi ha partecipato, e in quale ruolo. Per i lettori che vogliono chiedere.',
  'What happened, in order. Times as you know them: “14:02 UTC”, “about ten later”. Pasted lines become entries; Enter begins the next one.':
    'Che cosa è successo, in ordine. Gli orari come li sai: “14:02 UTC”, “una decina di minuti dopo”. Le righe incollate diventano voci; Invio comincia la successiva.',
  'Without a kind': 'Senza tipo',
  'All ({count})': 'Tutte ({count})',
  '{shown} of {all} shown': '{shown} di {all} mostrate',
  'Show all': 'Mostra tutte',
  'Put in order of time': 'Metti in ordine di tempo',
  'from {source}': 'da {source}',
  'Copy the link to timeline entry {number}': 'Copia il link alla voce {number} della cronologia',
  'That is a long text. Import timeline shows what becomes of each line of it.':
    'È un testo lungo. Importa cronologia mostra che cosa diventa ogni sua riga.',
  'A timeline holds {most} entries, and it would have {count}. Nothing was pasted.':
    'Una cronologia contiene {most} voci, e ne avrebbe {count}. Non è stato incollato niente.',
  'Pasted {n} entries.': { one: 'Incollata {n} voce.', other: 'Incollate {n} voci.' },
  '{n} without one stay where they are.': '{n} senza restano dove sono.',
  'Fewer than two entries have a certain moment.': 'Meno di due voci hanno un orario certo.',
  'That is full: {most} is the most it holds.': 'È pieno: {most} è il massimo che contiene.',
  'Skip to status, sections and actions': 'Vai a stato, sezioni e azioni',
  'Status, sections and actions': 'Stato, sezioni e azioni',
  'They are in order.': 'Sono già in ordine.',
  'Put {n} entries with a certain moment in order of time.':
    'Messe in ordine di tempo {n} voci con un orario certo.',
  'The timeline was changed since, and stays as it is.': 'Da allora la cronologia è cambiata, e resta com’è.',

  'That is {size} KB, and a document holds {most}. Nothing was pasted.':
    'Sono {size} KB, e un documento ne contiene {most}. Non è stato incollato nulla.',
  'Pictures cannot be kept here. Put it where your team keeps its files, and paste its link instead.':
    'Qui non si possono conservare immagini. Mettila dove il tuo team tiene i file, e incolla il link.',
  'The picture itself cannot be kept here. Its link was pasted.':
    'L’immagine in sé non si può conservare qui. È stato incollato il suo link.',
  'Control characters in what you pasted were left out.':
    'I caratteri di controllo in ciò che hai incollato sono stati tralasciati.',
  'Pasted as Markdown. Ctrl-Shift-V pastes without formatting.':
    'Incollato come Markdown. Ctrl-Maiusc-V incolla senza formattazione.',
  'Pasted without its formatting.': 'Incollato senza formattazione.',
  'What reads it could not be loaded.': 'Non è stato possibile caricare ciò che la legge.',
  '{label} has no room for this.': 'In {label} non c’è posto per questo.',
  '{n} statements belong to {label}: move?': {
    one: '1 affermazione appartiene a {label}: spostarla?',
    other: '{n} affermazioni appartengono a {label}: spostarle?',
  },
  'Move it to {label}': 'Spostala in {label}',
  'Move them to {label}': 'Spostale in {label}',
  'Leave it here': 'Lasciala qui',
  'Leave them here': 'Lasciale qui',
  'Moved to {label}.': 'Spostato in {label}.',

  'Private data in this document': 'Dati privati in questo documento',
  'This published document tells {values} to everyone who reads them.':
    'Questo documento pubblicato rivela {values} a chiunque lo legga.',
  'Copies and downloads tell {values} to everyone who reads them.':
    'Copie e download rivelano {values} a chiunque li legga.',
  'Whoever has read a key can use it: replace it where it is used.':
    'Chi ha letto una chiave può usarla: sostituiscila dove si usa.',
  'Copy masked': 'Copia mascherato',
  'Download masked': 'Scarica mascherato',
});
