import { phrases } from '../phrases';

/** Open actions, and what many post-mortems tell together. */
export const figures = phrases({
  Age: 'Età',
  'Done:': 'Fatta:',
  'Overdue since': 'Scaduta dal',
  'Due|on': 'Scade il',
  'Nobody’s yet': 'Ancora di nessuno',
  'New issue in {tracker}': 'Nuovo ticket in {tracker}',
  'for {text} (opens another page)': 'per {text} (apre un’altra pagina)',
  'Open actions · Nevermore': 'Azioni aperte · Nevermore',
  'Open actions': 'Azioni aperte',
  'Download CSV': 'Scarica CSV',
  'Reading…': 'Lettura…',
  '{n} open, {overdue} of them overdue.': {
    one: '{n} aperta, scadute: {overdue}.',
    other: '{n} aperte, scadute: {overdue}.',
  },
  'Some post-mortems cannot be read, so that their actions are missing here.':
    'Alcuni post-mortem non possono essere letti, quindi qui mancano le loro azioni.',
  'There are more post-mortems than are looked through: only the latest changed ones are counted.':
    'I post-mortem sono più di quelli esaminati: si contano solo gli ultimi modificati.',
  'Nothing is open': 'Niente di aperto',
  'Nothing fits': 'Nessun risultato',
  'Action items that are not done yet stand here, from every post-mortem that you may read.':
    'Qui stanno le azioni correttive non ancora fatte, di ogni post-mortem che puoi leggere.',
  'No open action fits these filters.': 'Nessuna azione aperta corrisponde a questi filtri.',
  'Where new issues are made': 'Dove si aprono i nuovi ticket',
  'Make issues of actions': 'Apri ticket dalle azioni',
  Tracker: 'Tracker',
  'Its address': 'Il suo indirizzo',
  'Such as {example}. Kept on this device; nothing is sent there before you save the issue.':
    'Per esempio {example}. Resta su questo dispositivo; non vi si invia niente prima che tu salvi il ticket.',
  'Somebody has changed this action in the meantime. Open its post-mortem to see it.':
    'Nel frattempo qualcuno ha modificato questa azione. Apri il suo post-mortem per vederla.',

  'Trends · Nevermore': 'Tendenze · Nevermore',
  '{from} to {to} {year}': 'da {from} a {to} {year}',
  'Until {year}': 'Fino al {year}',
  'Q{quarter}': 'T{quarter}',
  Counted: 'Conteggio',
  Period: 'Periodo',
  'The numbers': 'I numeri',
  'of “{title}”': 'di “{title}”',
  '{title}: table': '{title}: tabella',
  'Incidents by severity': 'Incidenti per gravità',
  'Incidents by severity and time. Use the arrow keys.': 'Incidenti per gravità e tempo. Usa le frecce.',
  'Nothing to count yet': 'Ancora niente da contare',
  'Once this list holds post-mortems whose incidents say when they started, their numbers are here.':
    'Quando questo elenco avrà post-mortem i cui incidenti dicono quando sono iniziati, i numeri saranno qui.',
  'No incident started': 'Nessun incidente iniziato',
  '{n} started': { one: '{n} iniziato', other: '{n} iniziati' },
  'since {day}': 'dal {day}',
  'without a start, in no month': 'senza inizio, in nessun mese',
  'before this period': 'prima di questo periodo',
  'later than today': 'dopo oggi',
  'Not counted: {reasons}.': 'Non contati: {reasons}.',
  '{n} measured': 'misurati: {n}',
  '{n} without': 'senza: {n}',
  '{n} contradicting': 'contraddittori: {n}',
  'Medians, counted from the start of each incident: half took less, half took more. A line spans the middle half, and a hollow point is one incident alone. Ten times as long is as far again.':
    'Mediane, dall’inizio di ogni incidente: metà ha richiesto meno, metà di più. Una linea copre la metà centrale, e un punto vuoto è un incidente solo. Dieci volte tanto dista sempre lo stesso tratto.',
  '{median} median of {count}, half between {low} and {high}':
    '{median} mediana di {count}, metà fra {low} e {high}',
  '{column}: median {median}, half between {low} and {high}, {count} measured':
    '{column}: mediana {median}, metà fra {low} e {high}, misurati: {count}',
  '{label} over time. Use the arrow keys.': '{label} nel tempo. Usa le frecce.',
  'Nothing to measure: none tells both times.': 'Niente da misurare: nessuno dice entrambi gli orari.',
  '{n} do not say when': { one: '{n} non dice quando', other: '{n} non dicono quando' },
  '{n} tell an end before the start, and are left out.': {
    one: '{n} indica una fine prima dell’inizio, ed è escluso.',
    other: '{n} indicano una fine prima dell’inizio, e sono esclusi.',
  },
  'Services that come back': 'Servizi che ritornano',
  'No service had two incidents in this period.': 'In questo periodo nessun servizio ha avuto due incidenti.',
  'Those with two incidents or more in this period.': 'Quelli con due incidenti o più in questo periodo.',
  '{n} name no service.': { one: '{n} non indica un servizio.', other: '{n} non indicano un servizio.' },
  Incidents: 'Incidenti',
  Last: 'Ultimo',
  'last {day}': 'ultimo {day}',
  'The first {shown} of {all}; the table has all of them.':
    'I primi {shown} di {all}; la tabella li ha tutti.',
  'Open actions by age': 'Azioni aperte per età',
  'No action is open.': 'Nessuna azione è aperta.',
  'As old as their post-mortem, whatever the period above. The links lead to the open actions of all your lists.':
    'Vecchie quanto il loro post-mortem, qualunque sia il periodo sopra. I link portano alle azioni aperte di tutti i tuoi elenchi.',
  'Counted in the 30 that were shared last; more are not looked through.':
    'Contate negli ultimi 30 condivisi; altri non vengono esaminati.',
  'Open|actions': 'Aperte',
  Overdue: 'Scadute',
  '{n} overdue': 'scadute: {n}',
  'Reading post-mortems…': 'Leggo i post-mortem…',
  '{read} post-mortems read so far…': 'Post-mortem letti finora: {read}…',
  '{n} post-mortems read.': { one: '{n} post-mortem letto.', other: '{n} post-mortem letti.' },
  'Stopped: these are the figures of the {read} that were changed last, and of no others.':
    'Interrotto: queste sono le cifre degli ultimi {read} modificati, e di nessun altro.',
  'Only {read} could be read.': 'È stato possibile leggerne solo {read}.',
  'There are more than {most}: these are the figures of the {read} that were changed last, and of no others.':
    'Sono più di {most}: queste sono le cifre degli ultimi {read} modificati, e di nessun altro.',
  '{n} more cannot be shown, and are not counted.': {
    one: '{n} altro non può essere mostrato, e non è contato.',
    other: '{n} altri non possono essere mostrati, e non sono contati.',
  },
  'Read on': 'Continua a leggere',
});
