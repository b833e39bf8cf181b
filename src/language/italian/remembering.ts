import { phrases } from '../phrases';

/** What is remembered, and the assistant that one talks to. */
export const remembering = phrases({
  Memory: 'Memoria',
  'Memory · Nevermore': 'Memoria · Nevermore',
  'Sentences that are remembered for you or for your team: how you word things, what terms mean, who owns what. Nothing is remembered that does not stand here.':
    'Frasi ricordate per te o per il tuo team: come preferite esprimervi, che cosa significano i termini, chi è responsabile di che cosa. Non viene ricordato nulla che non sia scritto qui.',
  'Preferences of wording and terms are told to those who draft, below every fact: no memory can add, change or remove a fact.':
    'Le preferenze di stile e i termini vengono detti a chi scrive le bozze, al di sotto di ogni fatto: nessun ricordo può aggiungere, cambiare o togliere un fatto.',
  'Remember something': 'Ricorda qualcosa',
  'Remember it': 'Ricorda',
  'What is remembered': 'Che cosa viene ricordato',
  'Whose memories': 'Ricordi di chi',
  'The team’s': 'Del team',
  'Mine|memories': 'I miei',
  'Find|memories': 'Trova',
  'What to remember, in one sentence': 'Che cosa ricordare, in una frase',
  'Such as: say customer, not user': 'Per esempio: di’ cliente, non utente',
  'What it is': 'Che cos’è',
  'For whom': 'Per chi',
  'For me alone': 'Solo per me',
  'For the whole team': 'Per tutto il team',
  'Told to those who draft': 'Detto a chi scrive le bozze',
  'Typed on this page by {name}, {moment}': 'Scritto in questa pagina da {name}, {moment}',
  'Said to the assistant by {name}, {moment}': 'Detto all’assistente da {name}, {moment}',
  'the post-mortem that was open': 'il post-mortem che era aperto',
  'Edit: {text}': 'Modifica: {text}',
  'Forget: {text}': 'Dimentica: {text}',
  Forget: 'Dimentica',
  'Remembered: {text}': 'Ricordato: {text}',
  'Forgotten: {text}': 'Dimenticato: {text}',
  'That is remembered already.': 'Questo è già ricordato.',
  '{n} are remembered.': { one: '{n} ricordo.', other: '{n} ricordi.' },
  'The latest {n} of more.': { one: 'L’ultimo di altri.', other: 'Gli ultimi {n} di altri.' },
  'Found by their words only: there is no index of what they mean.':
    'Trovati solo per parole: non c’è un indice dei significati.',
  'There are more than are looked through.': 'Ce ne sono più di quanti se ne cercano.',
  'Nothing that is remembered says this.': 'Nessun ricordo dice questo.',
  'Nothing is remembered for the team yet. Such as: SEV2 pages two people.':
    'Per il team non è ancora ricordato nulla. Per esempio: SEV2 chiama due persone.',
  'Nothing is remembered for you yet. Such as: times in UTC.':
    'Per te non è ancora ricordato nulla. Per esempio: orari in UTC.',
  'House rules could not be read, and are not shown here.':
    'Non è stato possibile leggere le regole della casa, che qui non compaiono.',
  'Of house rules, the rules on this computer follow those that say one word for another.':
    'Delle regole della casa, le regole su questo computer seguono quelle che dicono una parola al posto di un’altra.',
  Preference: 'Preferenza',
  Term: 'Termine',
  Ownership: 'Responsabilità',
  'A memory needs words.': 'Un ricordo ha bisogno di parole.',
  'A memory is one sentence: write it on one line.': 'Un ricordo è una frase: scrivila su una sola riga.',
});
