import type { Remark } from './remark';

/** Why a question or a message was not answered, and what a tool of the assistant says of itself. */
export const OF_ANSWERS: readonly Remark[] = [
  [
    'The answer broke off. What came before that stands. Ask again.',
    'La risposta si è interrotta. Quanto era già arrivato resta. Chiedi di nuovo.',
  ],
  [
    'The answer broke off. Nothing was changed. Say it again.',
    'La risposta si è interrotta. Non è stato cambiato nulla. Ripeti il messaggio.',
  ],
  [
    'What you asked before is not there any more. Ask again in whole words.',
    'Ciò che avevi chiesto prima non c’è più. Chiedi di nuovo per esteso.',
  ],
  [
    'The archive could not be searched. Nothing is lost: wait a moment and ask again.',
    'Non è stato possibile cercare nell’archivio. Nulla è perduto: attendi un momento e chiedi di nuovo.',
  ],
  [
    'Something went wrong while answering. Nothing is lost: ask again.',
    'Qualcosa è andato storto durante la risposta. Nulla è perduto: chiedi di nuovo.',
  ],
  ['There is no question. Write what you want to know.', 'Non c’è una domanda. Scrivi che cosa vuoi sapere.'],
  [
    'The question has {n} characters; at most {most} can be asked. Ask for one thing at a time.',
    'La domanda ha {n} caratteri; se ne possono usare al massimo {most}. Chiedi una cosa alla volta.',
  ],
  ['The first day is after the last one. Exchange them.', 'Il primo giorno viene dopo l’ultimo. Scambiali.'],
  ['“{name}” is a calendar day such as 2026-03-04.', '“{name}” è un giorno di calendario come 2026-03-04.'],
  [
    '{model} could not answer ({why}). Ask again in a moment.',
    '{model} non ha potuto rispondere ({why}). Chiedi di nuovo tra un momento.',
  ],
  [
    '{model} was stopped by the guardrail. Ask in other words.',
    '{model} è stato fermato dal guardrail. Chiedi con altre parole.',
  ],
  [
    '{model} had its answer withheld by a content filter. Ask in other words.',
    'Un filtro dei contenuti ha trattenuto la risposta di {model}. Chiedi con altre parole.',
  ],
  [
    'The guardrail stopped the answer. Ask in other words.',
    'Il guardrail ha fermato la risposta. Chiedi con altre parole.',
  ],
  [
    'A content filter withheld the answer. Ask in other words.',
    'Un filtro dei contenuti ha trattenuto la risposta. Chiedi con altre parole.',
  ],
  [
    'The answer was cut off before it began. Ask for less at once.',
    'La risposta è stata tagliata prima di cominciare. Chiedi meno in una volta.',
  ],
  [
    'The model gave no answer. Ask again, in other words.',
    'Il modello non ha dato una risposta. Chiedi di nuovo, con altre parole.',
  ],
  [
    'This conversation has {n} messages, which is its most. Begin a new one; what is remembered stays.',
    'Questa conversazione ha {n} messaggi, il massimo. Cominciane una nuova; ciò che è ricordato resta.',
  ],
  [
    'This conversation has taken {n} tokens, which is its most. Begin a new one; what is remembered stays.',
    'Questa conversazione ha usato {n} token, il massimo. Cominciane una nuova; ciò che è ricordato resta.',
  ],
  [
    'This conversation has cost {n}, which is its most. Begin a new one; what is remembered stays.',
    'Questa conversazione è costata {n}, il massimo. Cominciane una nuova; ciò che è ricordato resta.',
  ],
  [
    'The assistant could not be started. Nothing was lost: wait a moment and send it again.',
    'Non è stato possibile avviare l’assistente. Nulla è perduto: attendi un momento e invia di nuovo.',
  ],
  [
    'Your last message is still being answered. Wait for it, or stop it.',
    'Il tuo ultimo messaggio è ancora in corso di risposta. Attendi, oppure fermalo.',
  ],
  [
    'Other proposals of that message were settled at the same moment. Click again.',
    'Altre proposte di quel messaggio sono state decise nello stesso momento. Fai clic di nuovo.',
  ],
  [
    'There is no such conversation of yours. Begin a new one.',
    'Non hai una conversazione simile. Cominciane una nuova.',
  ],
  ['offline-embedder (rules, edition {edition})', 'offline-embedder (regole, edizione {edition})'],
  ['Nothing found.', 'Nulla trovato.'],
  ['{n} found.', 'Trovati: {n}.'],
  ['It is stored when you click.', 'Viene salvato quando fai clic.'],
  ['It is forgotten when you click.', 'Viene dimenticato quando fai clic.'],
  [
    'Nothing was proposed to remember: your message does not ask for it.',
    'Non è stato proposto di ricordare nulla: il tuo messaggio non lo chiede.',
  ],
  [
    'Nothing was proposed to forget: your message does not ask for it.',
    'Non è stato proposto di dimenticare nulla: il tuo messaggio non lo chiede.',
  ],
  [
    'Only what you have said yourself is proposed to remember, and this is something else.',
    'Si propone di ricordare solo ciò che hai detto tu, e questo è altro.',
  ],
  ['That is remembered already.', 'È già ricordato.'],
  ['Nothing is remembered for you or your team.', 'Non viene ricordato nulla per te o per il tuo team.'],
  ['Nothing that is remembered says “{text}”.', 'Nessun ricordo dice “{text}”.'],
  ['{n} remembered.', 'Ricordi: {n}.'],
  [
    'By words only: there is no index of what they mean.',
    'Solo per parole: non c’è un indice del loro significato.',
  ],
  [
    'No edit was proposed: your message asks for none.',
    'Non è stata proposta alcuna modifica: il tuo messaggio non ne chiede.',
  ],
  [
    'There is no such post-mortem among those that you may read.',
    'Non c’è un simile post-mortem tra quelli che puoi leggere.',
  ],
  ['You may read this post-mortem and not change it.', 'Puoi leggere questo post-mortem e non modificarlo.'],
  ['There is no such section.', 'Non c’è una sezione simile.'],
  ['That is what the section says already.', 'La sezione lo dice già.'],
  ['The fact check notes what it leaves out.', 'Il controllo dei fatti segnala ciò che omette.'],
  [
    'The first {n} are told; all are on the page Memory.',
    'I primi {n} sono elencati; tutti sono nella pagina Memoria.',
  ],
  [
    'Nothing that you have had remembered says “{text}”.',
    'Nulla di ciò che hai fatto ricordare dice “{text}”.',
  ],
  ['A memory is one sentence: at most {n} characters.', 'Un ricordo è una frase: al massimo {n} caratteri.'],
  ['No open action.', 'Nessuna azione aperta.'],
  ['No open action of {owner}.', 'Nessuna azione aperta di {owner}.'],
  ['{n} open.', 'Aperte: {n}.'],
  ['{n} more are on the page Actions.', 'Altre {n} sono nella pagina Azioni.'],
  [
    'Only the latest changed post-mortems were looked through.',
    'Sono stati esaminati solo i post-mortem modificati per ultimi.',
  ],
  [
    'Looked through: what you own and what is published, not what is shared with you unpublished.',
    'Esaminati: quelli tuoi e quelli pubblicati, non quelli condivisi con te e non pubblicati.',
  ],
  ['Nothing was named to search for.', 'Non è stato indicato che cosa cercare.'],
  [
    'Nothing was found for “{text}” among the post-mortems that you may read.',
    'Nulla trovato per “{text}” tra i post-mortem che puoi leggere.',
  ],
  ['Only its beginning was read: it is very long.', 'Ne è stato letto solo l’inizio: è molto lungo.'],
  ['A section has 1 to {n} characters.', 'Una sezione ha da 1 a {n} caratteri.'],
  [
    'The proposal holds a placeholder of something that is held back, and cannot stand.',
    'La proposta contiene un segnaposto di qualcosa che è trattenuto, e non può restare.',
  ],
  [
    'Not proposed, because the fact check finds in it: {=findings}',
    'Non proposto, perché il controllo dei fatti vi trova: {=findings}',
  ],
  [
    'Not proposed, because the fact check finds in it: {findings}',
    'Non proposto, perché il controllo dei fatti vi trova: {findings}',
  ],
  ['“{value}” is in the draft and not in the source.', '“{value}” è nella bozza e non nella fonte.'],
  ['“{value}” is in the source and not in the draft.', '“{value}” è nella fonte e non nella bozza.'],
  [
    '“{value}” stands with another statement than in the source.',
    '“{value}” sta accanto a un’affermazione diversa da quella della fonte.',
  ],
  [
    '“{value}” is said with less doubt, or with another yes or no.',
    '“{value}” è detto con meno dubbi, o con un altro sì o no.',
  ],
  ['“{value}” is not what the source says.', '“{value}” non è ciò che dice la fonte.'],
  ['A source and a draft must be named to compare them.', 'Per confrontarle servono una fonte e una bozza.'],
  ['There is no tool called {name}.', 'Non c’è uno strumento chiamato {name}.'],
];
