import { phrases } from '../phrases';

/** Timelines that are pasted or read from the text, and the picture of an incident. */
export const timeline = phrases({
  'Import timeline': 'Importa cronologia',
  Reading: 'Lettura',
  'Stop reading': 'Interrompi la lettura',
  'Read again': 'Leggi di nuovo',
  '{joined} joined, {leftOut} left out': 'unite: {joined}, tralasciate: {leftOut}',
  '{n} entries': { one: '{n} voce', other: '{n} voci' },
  '{n} lines': { one: '{n} riga', other: '{n} righe' },
  'Where a line does not say it': 'Quando una riga non lo dice',
  'Day of the first line': 'Giorno della prima riga',
  'Time zone': 'Fuso orario',
  'Not known': 'Non noto',
  '(this computer)': '(questo computer)',
  'There is no time zone “{zone}”. Write Europe/Rome, CET or +01:00.':
    'Non esiste un fuso orario “{zone}”. Scrivi Europe/Rome, CET o +01:00.',
  '“{zone}” is the name of several: {which}. Write the place.':
    '“{zone}” è il nome di più fusi: {which}. Scrivi il luogo.',
  'What would be added': 'Che cosa verrebbe aggiunto',
  'All|entries': 'Tutte',
  Entries: 'Voci',
  'Entries without a certain moment': 'Voci senza un orario certo',
  'Left out': 'Tralasciate',
  'Tick all': 'Spunta tutte',
  'Tick only those with a kind': 'Spunta solo quelle con un tipo',
  'Untick all': 'Togli tutte le spunte',
  'Parts of the preview': 'Parti dell’anteprima',
  '{why} Untick some, or {button}': '{why} Togli qualche spunta, oppure {button}',
  'keep the first {n} ticked': 'lascia spuntate le prime {n}',
  '{n} entries are longer than {most} characters.': {
    one: 'Una voce supera {most} caratteri.',
    other: '{n} voci superano {most} caratteri.',
  },
  'Add {n} entries': { one: 'Aggiungi {n} voce', other: 'Aggiungi {n} voci' },
  'Added {n} entries to the timeline.': {
    one: 'Aggiunta {n} voce alla cronologia.',
    other: 'Aggiunte {n} voci alla cronologia.',
  },
  '{n} entries have no certain moment, and would be added at the end.': {
    one: '{n} voce non ha un orario certo, e verrebbe aggiunta in fondo.',
    other: '{n} voci non hanno un orario certo, e verrebbero aggiunte in fondo.',
  },
  Line: 'Riga',
  Statement: 'Affermazione',
  '{name} {line} is left out.': '{name} {line} tralasciata.',
  'Take it': 'Prendila',
  'Add {unit} {line}': 'Aggiungi {unit} {line}',
  'Already in the timeline': 'Già nella cronologia',
  'No certain moment.': 'Nessun orario certo.',
  ', with lines {range}': { one: ', con la riga {range}', other: ', con le righe {range}' },
  '{low} to {high}': 'da {low} a {high}',
  '{bytes} are too much: choose less than 20 MB.': '{bytes} sono troppi: scegli meno di 20 MB.',
  '“{name}” is no text. Of an export in an archive, unpack it and choose its files.':
    '“{name}” non è un testo. Se l’esportazione è in un archivio, estraila e scegli i suoi file.',
  'Files: a log, or an export as JSON': 'File: un log, o un’esportazione JSON',
  '{n} files, {size} of text': '{n} file, {size} di testo',
  '{size} of text': '{size} di testo',
  'Take it away': 'Toglilo',
  'Or paste a chat, a log, a status page or your own lines':
    'Oppure incolla una chat, un log, una pagina di stato o righe tue',
  'Offer times from the text ({count})': 'Proponi gli orari dal testo ({count})',
  'Times from the text': 'Orari dal testo',
  'What the text tells at a time, in your words. The timeline has nothing at these times yet.':
    'Che cosa il testo racconta a un certo orario, con parole tue. A questi orari la cronologia non ha ancora niente.',
  '{n} statements with a time': {
    one: '{n} affermazione con un orario',
    other: '{n} affermazioni con un orario',
  },
  'The reading was stopped. Nothing was added.':
    'La lettura è stata interrotta. Non è stato aggiunto niente.',
  'A timeline holds {most} entries; {ticked} are ticked.':
    'Una cronologia contiene {most} voci; {ticked} sono spuntate.',
  'A timeline holds {most} entries and has {there}; {ticked} are ticked.':
    'Una cronologia contiene {most} voci e ne ha {there}; {ticked} sono spuntate.',
  'A document holds {size} KB, and with these entries it would have more.':
    'Un documento contiene {size} KB, e con queste voci ne avrebbe di più.',

  'Take {time}': 'Prendi {time}',
  'for timeline entry {n}': 'per la voce {n} della cronologia',
  'Entry {n}': 'Voce {n}',
  'And {n} more.': 'E altre {n}.',
  'Picture of the incident': 'Disegno dell’incidente',
  'Nothing to draw yet: no time tells its day and zone, as in “2026-03-04 14:02 UTC”.':
    'Ancora niente da disegnare: nessun orario dice giorno e fuso, come “2026-03-04 14:02 UTC”.',
  Phases: 'Fasi',
  '{days}, times in {zone}. Arrow keys go from mark to mark; Enter shows the entry.':
    '{days}, orari in {zone}. Le frecce vanno da un segno all’altro; Invio mostra la voce.',
  '{n} entries that stand together': '{n} voci vicine',
  'Without a certain time': 'Senza un orario certo',
  'Take the day and zone of their neighbours for {n} entries': {
    one: 'Prendi giorno e fuso delle vicine per una voce',
    other: 'Prendi giorno e fuso delle vicine per {n} voci',
  },
  'The same as a table': 'Lo stesso in tabella',
  '{n} more stand in the timeline.': 'Altre {n} sono nella cronologia.',
  'How long it took': 'Quanto è durato',
  'The incident as a line of time, {n} marks': {
    one: 'L’incidente come linea del tempo, {n} segno',
    other: 'L’incidente come linea del tempo, {n} segni',
  },
});
