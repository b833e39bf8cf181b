import { phrases } from '../phrases';

/** Questions to the archive, and what it answers. */
export const archive = phrases({
  Ask: 'Chiedi',
  'Ask the archive': 'Chiedi all’archivio',
  'Ask the archive · Nevermore': 'Chiedi all’archivio · Nevermore',
  'Answered by {name}.': 'Risponde {name}.',
  'Your question': 'La tua domanda',
  'Ask on about this': 'Chiedi ancora su questo',
  'Ask on': 'Chiedi ancora',
  'Ask again': 'Chiedi di nuovo',
  'A question': 'Una domanda',
  'At most {most} characters. Ask for one thing at a time.':
    'Al massimo {most} caratteri. Chiedi una cosa alla volta.',
  'Looking through the archive…': 'Ricerca nell’archivio…',
  'Reading what was found…': 'Lettura di ciò che è stato trovato…',
  Stop: 'Ferma',
  'You stopped it here.': 'L’hai fermata qui.',
  'The archive does not say.': 'L’archivio non lo dice.',
  'What was found does not answer this. Ask in other words, or with other filters; if you know it, write the post-mortem that says it.':
    'Ciò che è stato trovato non risponde. Chiedi con altre parole o con altri filtri; se lo sai, scrivi il post-mortem che lo dice.',
  'Nothing published is about this. Ask in other words, or with other filters; if you know it, write the post-mortem that says it.':
    'Niente di pubblicato ne parla. Chiedi con altre parole o con altri filtri; se lo sai, scrivi il post-mortem che lo dice.',
  'Write a post-mortem': 'Scrivi un post-mortem',
  'The answer broke off, and nothing more will come.': 'La risposta si è interrotta e non arriverà altro.',
  'The question was sent, and nothing has begun to answer it. Ask again.':
    'La domanda è stata inviata e niente ha cominciato a rispondere. Chiedi di nuovo.',
  'Answered in {n} sentences with their sources.': {
    one: 'Risposta in una frase con le sue fonti.',
    other: 'Risposta in {n} frasi con le loro fonti.',
  },
  'Source {number}: {title}': 'Fonte {number}: {title}',
  '{n} sources': { one: 'Una fonte', other: '{n} fonti' },
  'Copy answer': 'Copia la risposta',
  'Delete question': 'Elimina la domanda',
  'Earlier questions': 'Domande precedenti',
  'What you ask stands here for 90 days, for you alone. You can delete each question at once.':
    'Ciò che chiedi resta qui per 90 giorni, solo per te. Puoi eliminare subito ogni domanda.',
  '{n} sentences were left out: {why}.': {
    one: 'Una frase è stata tralasciata: {why}.',
    other: '{n} frasi sono state tralasciate: {why}.',
  },
  'Chosen by rules, no model: every sentence stands so in its source.':
    'Scelta da regole, senza modello: ogni frase sta così nella sua fonte.',
  'Written by {name}; every sentence was held against its sources.':
    'Scritta da {name}; ogni frase è stata confrontata con le sue fonti.',
  'Found by words and by meaning ({embeddedBy}).': 'Trovata per parole e per significato ({embeddedBy}).',
  'Found by words alone: nobody compared meaning.':
    'Trovata solo per parole: nessuno ha confrontato il significato.',
});
