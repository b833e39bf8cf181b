import type { Remark } from './remark';

/** What is said of a document as a whole, of its texts, and of what leaves it. */
export const OF_DOCUMENTS: readonly Remark[] = [
  // domain/postMortem: limits
  ['Keep the title under {n} characters.', 'Tieni il titolo sotto {n} caratteri.'],
  ['Keep the service under {n} characters.', 'Tieni il servizio sotto {n} caratteri.'],
  ['Keep this section under {n} characters.', 'Tieni questa sezione sotto {n} caratteri.'],
  ['Keep the template’s name under {n} characters.', 'Tieni il nome del modello sotto {n} caratteri.'],
  ['Keep it under {n} characters.', 'Resta sotto {n} caratteri.'],
  ['Keep it to {n} entries.', 'Al massimo {n} voci.'],
  ['Keep it to {n} items.', 'Al massimo {n} azioni.'],
  ['Keep it to {n} people.', 'Al massimo {n} persone.'],
  ['At most {n} tags.', 'Al massimo {n} tag.'],
  ['At most {n} sections.', 'Al massimo {n} sezioni.'],
  ['A template needs a name.', 'Un modello ha bisogno di un nome.'],
  ['A name has at most {n} characters.', 'Un nome ha al massimo {n} caratteri.'],
  [
    'There is a template with this name. Choose another one.',
    'C’è già un modello con questo nome. Scegline un altro.',
  ],

  // domain/readiness
  [
    'There are no action items. What keeps it from happening again?',
    'Non ci sono azioni correttive. Che cosa impedisce che si ripeta?',
  ],
  ['“{action}” has no owner.', '“{action}” non ha un responsabile.'],
  ['“{action}” has no due date.', '“{action}” non ha una scadenza.'],
  ['{n} action items have no owner.', '{n} azioni correttive non hanno un responsabile.'],
  ['{n} action items have no due date.', '{n} azioni correttive non hanno una scadenza.'],
  ['{=section} still asks a question.', '{=section}: c’è ancora una domanda aperta.'],
  ['{=section} still asks {n} questions.', '{=section}: ci sono ancora {n} domande aperte.'],
  [
    'The field {=field} is empty. The timeline says {time} ({=source}).',
    'Il campo {=field} è vuoto. La cronologia dice {time} ({=source}).',
  ],
  ['No time says when it started.', 'Nessun orario dice quando è iniziato.'],
  ['No time says when it was resolved.', 'Nessun orario dice quando è stato risolto.'],
  [
    '{n} entries of the timeline are before one that stands above them. The first is entry {entry}.',
    '{n} voci della cronologia vengono prima di una che sta sopra. La prima è la voce {entry}.',
  ],
  [
    '{n} entries of the timeline tell no time, or not on which day. The first is entry {entry}.',
    '{n} voci della cronologia non dicono l’ora, o il giorno. La prima è la voce {entry}.',
  ],
  [
    '{n} entries of the timeline lie in the future. The first is entry {entry}.',
    '{n} voci della cronologia sono nel futuro. La prima è la voce {entry}.',
  ],
  [
    '{n} entries of the timeline contradict a field or another entry. The first is entry {entry}.',
    '{n} voci della cronologia contraddicono un campo o un’altra voce. La prima è la voce {entry}.',
  ],
  [
    '{n} entries of the timeline do not say in which time zone they are. The first is entry {entry}.',
    '{n} voci della cronologia non dicono in quale fuso orario sono. La prima è la voce {entry}.',
  ],
  [
    '{n} entries of the timeline may blame somebody. The first is entry {entry}.',
    '{n} voci della cronologia possono sembrare un’accusa. La prima è la voce {entry}.',
  ],
  [
    '{n} entries of the timeline tell a secret. The first is entry {entry}.',
    '{n} voci della cronologia rivelano un segreto. La prima è la voce {entry}.',
  ],
  [
    '{n} entries of the timeline tell personal data. The first is entry {entry}.',
    '{n} voci della cronologia rivelano dati personali. La prima è la voce {entry}.',
  ],
  ['Timeline, entry {entry}', 'Cronologia, voce {entry}'],
  ['Action item {n}', 'Azione correttiva {n}'],
  ['Timeline, entry {entry}: {=message}', 'Cronologia, voce {entry}: {=message}'],
  ['{n} places in {=section} blame somebody.', '{n} punti in {=section} danno la colpa a qualcuno.'],
  ['{=section}: “{value}” may read as blame.', '{=section}: “{value}” può sembrare un’accusa.'],
  [
    '{=section} tells {=values}. Whoever has read a key can use it.',
    '{=section} rivela {=values}. Chi ha letto una chiave può usarla.',
  ],
  ['{=section} tells {=values}.', '{=section} rivela {=values}.'],

  // domain/secrets
  ['1 secret', '1 segreto'],
  ['{n} secrets', '{n} segreti'],
  ['1 e-mail address', '1 indirizzo e-mail'],
  ['{n} e-mail addresses', '{n} indirizzi e-mail'],
  ['1 phone number', '1 numero di telefono'],
  ['{n} phone numbers', '{n} numeri di telefono'],
  ['1 card number', '1 numero di carta'],
  ['{n} card numbers', '{n} numeri di carta'],
  ['1 account number', '1 numero di conto'],
  ['{n} account numbers', '{n} numeri di conto'],
  ['1 social-security number', '1 numero di previdenza sociale'],
  ['{n} social-security numbers', '{n} numeri di previdenza sociale'],
  ['1 public address', '1 indirizzo pubblico'],
  ['{n} public addresses', '{n} indirizzi pubblici'],

  // domain/review
  [
    'Whoever reads this can use it. Take it out, and replace it where it is used.',
    'Chi lo legge può usarlo. Toglilo, e sostituiscilo dove si usa.',
  ],
  [
    'It tells who somebody is, or how to reach them. Does a reader need it?',
    'Dice chi è qualcuno, o come raggiungerlo. Serve a chi legge?',
  ],
  [
    'No other part of the document says this. Is it still right, and should it stand there too?',
    'Nessun’altra parte del documento lo dice. È ancora giusto, e dovrebbe stare anche lì?',
  ],
  [
    'Nobody could say when this is done. {=suggestion}',
    'Nessuno saprebbe dire quando è fatta. {=suggestion}',
  ],

  ['{n} more of this kind.', 'Altre {n} di questo tipo.'],

  // domain/tone
  [
    'It names a person where the system made the slip possible; readers stop at the name.',
    'Nomina una persona dove è il sistema ad aver reso possibile la svista; chi legge si ferma al nome.',
  ],
  [
    'Say what was done and what allowed it: the command, the missing guard, the unclear screen. A role is enough.',
    'Di’ che cosa è stato fatto e che cosa l’ha permesso: il comando, la protezione mancante, la schermata poco chiara. Basta un ruolo.',
  ],
  [
    'The word judges somebody; it explains nothing that could be changed.',
    'La parola giudica qualcuno; non spiega niente che si possa cambiare.',
  ],
  [
    'Describe the conditions: what was visible, what the tool allowed, what made it look right.',
    'Descrivi le condizioni: che cosa si vedeva, che cosa lo strumento permetteva, che cosa lo faceva sembrare giusto.',
  ],
  [
    '“Failed to” measures people against what is known only now.',
    '“Failed to” misura le persone su ciò che si sa solo adesso.',
  ],
  [
    'Say what happened instead, and what would have had to be there: an alert, a step, a check.',
    'Di’ invece che cosa è successo, e che cosa sarebbe servito: un avviso, un passo, un controllo.',
  ],
  [
    'It tells what did not happen; that hides why what was done made sense at the time.',
    'Racconta ciò che non è successo; così si nasconde perché ciò che si fece allora aveva senso.',
  ],
  [
    'Tell what people saw and did. Put the improvement into an action item with an owner.',
    'Racconta che cosa le persone hanno visto e fatto. Metti il miglioramento in un’azione correttiva con un responsabile.',
  ],
  ['It is louder than the facts and tells no size.', 'È più rumoroso dei fatti e non dice quanto.'],
  [
    'Give the figure: how many, how long, which part.',
    'Dai la cifra: quanti, per quanto tempo, quale parte.',
  ],
  [
    'Nobody could say when this is done: it has no owner, no date and no result.',
    'Nessuno saprebbe dire quando è fatta: non ha responsabile, data né risultato.',
  ],
  [
    'Name what will exist afterwards, who does it and by when: “Alert on queue age > 5 min (Kim, 1 June)”.',
    'Di’ che cosa esisterà dopo, chi lo fa ed entro quando: “Alert on queue age > 5 min (Kim, 1 June)”.',
  ],

  // domain/consistency: a moment is called as the field is, or as its author called it
  [
    '{=label} is given as {one} and as {other}. Which one is right?',
    '{=label} è indicato come {one} e come {other}. Qual è giusto?',
  ],
  [
    '{label} is given as {one} and as {other}. Which one is right?',
    '{label} è indicato come {one} e come {other}. Qual è giusto?',
  ],
  [
    '{=one} ({first}) lies before {=other} ({second}).',
    '{=one} ({first}) viene prima di {=other} ({second}).',
  ],
  ['{one} ({first}) lies before {other} ({second}).', '{one} ({first}) viene prima di {other} ({second}).'],
  ['There is no {value}.', '{value} non esiste.'],
  ['{value} was a {=day}, not a {=other}.', '{value} era {=day}, non {=other}.'],
  [
    '{one} comes after {other} here. Clocks may have gone back in that hour: is it the second one?',
    'Qui {one} viene dopo {other}. In quell’ora gli orologi potrebbero essere tornati indietro: è la seconda?',
  ],
  [
    '{one} comes after {other} here. Was it the next day, or another time zone?',
    'Qui {one} viene dopo {other}. Era il giorno dopo, o un altro fuso orario?',
  ],
  [
    '{one} comes after {other} in the timeline, but lies before it.',
    'Nella cronologia {one} viene dopo {other}, ma è precedente.',
  ],
  [
    'Times are given in {one} and in {other}. Which one do the rest use?',
    'Gli orari sono indicati in {one} e in {other}. Quale usano gli altri?',
  ],
  [
    '{value} and the other times have no date. On which day was it?',
    '{value} e gli altri orari non hanno una data. Che giorno era?',
  ],
  [
    '{value} is stated, but from {=from} ({first}) to {=to} ({second}) it is {length}.',
    'È indicato {value}, ma da {=from} ({first}) a {=to} ({second}) sono {length}.',
  ],
  [
    '{value} is stated, but from {from} ({first}) to {to} ({second}) it is {length}.',
    'È indicato {value}, ma da {from} ({first}) a {to} ({second}) sono {length}.',
  ],
  ['{value} is stated, but {range} is {length}.', 'È indicato {value}, ma {range} sono {length}.'],
  [
    '“{value}” at {time}: from {since} until then it is {length}.',
    '“{value}” alle {time}: da {since} fino ad allora sono {length}.',
  ],
  [
    '{one} here and {other} in {=section} are both given for the outage ({first} and {second}).',
    '{one} qui e {other} in {=section} sono entrambi indicati per il disservizio ({first} e {second}).',
  ],
  [
    '{one} here and {other} in {=section} are both given for the delay ({first} and {second}).',
    '{one} qui e {other} in {=section} sono entrambi indicati per il ritardo ({first} e {second}).',
  ],
  [
    '“{one}” here, “{other}” before: was it changed twice, or is one a slip?',
    '“{one}” qui, “{other}” prima: è cambiato due volte, o uno è una svista?',
  ],

  // domain/enhancement, and what its functions say
  ['one line of {=part}', 'una riga di {=part}'],
  ['{n} lines of {=part}', '{n} righe di {=part}'],
  [
    'The two orders disagree; decided by: fewer statements without support, then the higher sum of scores over both orders, then your own text.',
    'I due ordini non concordano; ha deciso: meno affermazioni senza riscontro, poi la somma più alta dei punteggi nei due ordini, poi il tuo testo.',
  ],
  [
    'The judge gave no verdict, so this draft was chosen by rule: a complete draft first, then the one with fewer findings of the fact check. Read both before you accept.',
    'Il giudice non ha dato un verdetto, quindi questa bozza è stata scelta per regola: prima una bozza completa, poi quella con meno rilievi del controllo dei fatti. Leggile entrambe prima di accettare.',
  ],
  ['There was no text, so no model was called.', 'Non c’era testo, quindi nessun modello è stato chiamato.'],
  [
    'No model answered with a draft, so your own text stands.',
    'Nessun modello ha risposto con una bozza, quindi il tuo testo resta.',
  ],
  [
    'No draft kept to your facts, even after a correction, so your own text stands. What was found is marked in the drafts.',
    'Nessuna bozza si è attenuta ai tuoi fatti, nemmeno dopo una correzione, quindi il tuo testo resta. Ciò che è stato trovato è segnato nelle bozze.',
  ],
  [
    'Only the draft by {writer} can be taken as it is, so there was nothing to compare and no judge was asked.',
    'Solo la bozza di {writer} si può prendere così com’è, quindi non c’era niente da confrontare e nessun giudice è stato interpellato.',
  ],
  [
    '{writer}: the fact check has {n} open finding.',
    '{writer}: il controllo dei fatti ha {n} rilievo aperto.',
  ],
  [
    '{writer}: the fact check has {n} open findings.',
    '{writer}: il controllo dei fatti ha {n} rilievi aperti.',
  ],
  [
    'Only one of the two orders gave a verdict. {=why}',
    'Solo uno dei due ordini ha dato un verdetto. {=why}',
  ],

  // What is left is a section's hint behind its name.
  ['{=section} is empty. {=hint}', '{=section}: manca il testo. {=hint}'],
];
