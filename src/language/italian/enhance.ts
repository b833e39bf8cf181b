import { phrases } from '../phrases';

/** Enhancing a section: what is sent, the run, the verdict, the drafts beside the author's text. */
export const enhance = phrases({
  Enhance: 'Migliora',
  'Show the last drafts': 'Mostra le ultime bozze',
  'of {name}': 'di {name}',
  'for {label}': 'per {label}',
  'Too long to enhance.': 'Troppo lungo per migliorarlo.',
  'in your text': 'nel tuo testo',
  'A colleague who may edit this document asked for these drafts.':
    'Queste bozze le ha chieste un collega che può modificare il documento.',
  'Asking for drafts…': 'Chiedo le bozze…',
  'The drafts are here…': 'Le bozze sono arrivate…',
  'The draft is in your section now.': 'Ora la bozza è nella tua sezione.',
  'Your text stays as it is.': 'Il tuo testo resta com’è.',
  'no cost': 'gratis',
  'under {amount}': 'meno di {amount}',

  'Build {name} from {from}': 'Costruisci {name} da {from}',
  'Build{name} from {from}': 'Costruisci{name} da {from}',
  'Build {name}': 'Costruisci {name}',
  'the timeline': 'cronologia',
  'the other sections': 'altre sezioni',
  'It is drafted from {parts}. Every number, time and name in a draft is checked against all of this.':
    'La bozza si basa su {parts}. Ogni numero, orario e nome di una bozza viene confrontato con tutto questo.',
  'It is drafted from {parts}. Every number, time and name in a draft is checked against all of this, and what you have written here stays.':
    'La bozza si basa su {parts}. Ogni numero, orario e nome di una bozza viene confrontato con tutto questo, e ciò che hai scritto qui resta.',
  'There is no room for {left}.': 'Non c’è posto per {left}.',
  'What it is drafted from': 'Da che cosa nasce la bozza',
  Prompts: 'Prompt',
  '{n} values are held back before a model sees this.': {
    one: '{n} valore viene trattenuto prima che un modello lo veda.',
    other: '{n} valori vengono trattenuti prima che un modello li veda.',
  },
  '{n} invisible characters left out.': {
    one: '{n} carattere invisibile tralasciato.',
    other: '{n} caratteri invisibili tralasciati.',
  },

  '{style} draft': 'bozza {style}',
  'the {style} draft by rules': 'la bozza {style}, per regole',
  'Draft {n}': 'Bozza {n}',
  'draft {n} by rules': 'bozza {n}, per regole',
  '{writer}’s draft': 'Bozza di {writer}',
  'the draft by {writer}': 'la bozza di {writer}',
  first: 'prima',
  second: 'seconda',
  '{n}th': '{n}ª',
  '{writer}’s {which} draft': '{which} bozza di {writer}',
  'the {which} draft by {writer}': 'la {which} bozza di {writer}',
  'Drafts by rules on this computer, no model': 'Bozze per regole su questo computer, senza modello',
  '{pro} drafts twice and judges': '{pro} scrive due bozze e giudica',
  '{drafter} drafts twice, {judge} judges': '{drafter} scrive due bozze, {judge} giudica',
  '{drafters} draft, {judge} judges': '{drafters} scrivono le bozze, {judge} giudica',
  '{pro} judges its own drafts. Models pass their own mistakes more often, so trust the marks of the fact check more than the verdict.':
    '{pro} giudica bozze sue. I modelli si perdonano più spesso i propri errori: fidati dei segni del controllo dei fatti più che del verdetto.',
  '{pro} judges a draft of its own beside another one. Models prefer their own, so read both.':
    '{pro} giudica una bozza sua accanto a un’altra. I modelli preferiscono le proprie: leggile entrambe.',

  'What is missing?': 'Che cosa manca?',
  Answer: 'Rispondi',
  Accept: 'Accetta',
  'Accept with {n} open findings…': {
    one: 'Accetta con {n} rilievo aperto…',
    other: 'Accetta con {n} rilievi aperti…',
  },
  'Keep mine': 'Tieni il mio',
  'Edit first': 'Modifica prima',
  'Choose change by change': 'Scegli modifica per modifica',
  'Back to the whole draft': 'Torna alla bozza intera',
  'Stop editing': 'Smetti di modificare',
  'Drop my edits': 'Scarta le mie modifiche',
  'This has {length} characters, and a section holds {most}. Edit it first: {n} characters must go, or move a part to another section.':
    {
      one: 'Qui ci sono {length} caratteri, e una sezione ne contiene {most}. Modificala prima: va tolto {n} carattere, o sposta una parte in un’altra sezione.',
      other:
        'Qui ci sono {length} caratteri, e una sezione ne contiene {most}. Modificala prima: vanno tolti {n} caratteri, o sposta una parte in un’altra sezione.',
    },
  '{taken} of {n} changes taken. Tick one to put the draft’s words in the place of yours.': {
    one: '{taken} di {n} modifica presa. Spuntala per mettere le parole della bozza al posto delle tue.',
    other:
      '{taken} di {n} modifiche prese. Spuntane una per mettere le parole della bozza al posto delle tue.',
  },
  'Take all': 'Prendi tutte',
  'Leave all': 'Lascia tutte',
  Changes: 'Modifiche',
  Yours: 'Il tuo',
  'The draft’s': 'La bozza',
  nothing: 'niente',
  becomes: 'diventa',
  'left out': 'tralasciati',
  'left out|change': 'tralasciato',
  'Goes together with {n} places below: it is told there.': {
    one: 'Va insieme a {n} punto più sotto: è raccontato lì.',
    other: 'Va insieme a {n} punti più sotto: è raccontato lì.',
  },
  'Goes with the one above.': 'Va insieme a quella sopra.',
  'Look at each of these before the draft replaces your text':
    'Guarda ognuno di questi prima che la bozza sostituisca il tuo testo',
  'I have checked this': 'L’ho controllato',
  'Accept ({left} left to check)': 'Accetta ({left} ancora da controllare)',
  Back: 'Indietro',
  'Draft beside your text': 'Bozza accanto al tuo testo',
  '{name} was stopped by the guardrail': '{name}: fermata dal guardrail',
  '{name} did not answer': '{name} non ha risposto',
  'Draft|of a run': 'Bozza',
  'Other draft': 'Altra bozza',
  'Open|finding': 'Aperto',
  Warning: 'Avviso',
  'You have changed this section since the draft was written. This is what accepting would change:':
    'Da quando la bozza è stata scritta hai modificato questa sezione. Accettando cambierebbe questo:',
  'Replace my text': 'Sostituisci il mio testo',
  'Put it below my text': 'Mettila sotto il mio testo',
  'Put it below my text (no room for both)': 'Mettila sotto il mio testo (non c’è posto per entrambi)',

  Queued: 'In coda',
  Drafting: 'Bozze',
  Judging: 'Giudizio',
  Verdict: 'Verdetto',
  '{name} on its way…': '{name} in arrivo…',
  '{span} so far': '{span} finora',
  'Live updates are interrupted; the run goes on by itself.':
    'Gli aggiornamenti in diretta sono interrotti; l’esecuzione prosegue da sola.',
  'This takes longer than usual. It goes on by itself, even if you leave this page.':
    'Ci vuole più del solito. Prosegue da sola, anche se lasci questa pagina.',
  'Check again': 'Ricontrolla',
  'Start a new run': 'Avvia una nuova esecuzione',
  'draft ready after {span}': 'bozza pronta dopo {span}',
  'did not answer: {error}': 'non ha risposto: {error}',
  'Read it while the judge does': 'Leggila mentre la legge il giudice',
  'In line; none of your earlier runs is before it.':
    'In coda; nessuna delle tue esecuzioni precedenti viene prima.',
  'In line behind {n} earlier runs of yours.': {
    one: 'In coda dietro {n} tua esecuzione precedente.',
    other: 'In coda dietro {n} tue esecuzioni precedenti.',
  },
  '{n} earlier runs of yours go on too, and may have to finish first.': {
    one: 'Va avanti anche {n} tua esecuzione precedente, e forse deve finire prima.',
    other: 'Vanno avanti anche {n} tue esecuzioni precedenti, e forse devono finire prima.',
  },
  'Your text is being sent.': 'Il tuo testo viene inviato.',
  'Enhancement queued.': 'Miglioramento in coda.',
  'The drafts are being written.': 'Le bozze sono in scrittura.',
  '{names} finished drafting.': 'Bozza finita: {names}.',
  'The drafts are being judged.': 'Le bozze sono in giudizio.',
  'The verdict is here.': 'Il verdetto è arrivato.',

  'Preview exactly what is sent to a model': 'Guarda esattamente che cosa si invia a un modello',
  '“{value}” reads like an order to a model; it is sent as text to edit, nothing more.':
    '“{value}” sembra un ordine a un modello; viene inviato come testo da migliorare, niente di più.',
  'What a model would be sent for {label} ({voice})': 'Che cosa riceverebbe un modello per {label} ({voice})',
  'What is sent for {label} ({voice})': 'Che cosa si invia per {label} ({voice})',
  'Nothing is sent now: rules on this computer draft. This is what leaves it once a model drafts.':
    'Ora non si invia niente: le bozze le scrivono regole su questo computer. Questo è ciò che ne esce quando scrive un modello.',
  'This section is empty, so nothing would be sent to any model.':
    'Questa sezione è vuota, quindi non si invierebbe niente a nessun modello.',
  'Held back': 'Trattenuto',
  'These stay here. A model sees the placeholder; the value is put back in what comes back.':
    'Questi restano qui. Un modello vede il segnaposto; il valore viene rimesso in ciò che torna.',
  '{placeholder} for {kind} {value}': '{placeholder} per {kind} {value}',
  'To both drafters': 'A entrambi gli autori delle bozze',
  'To the judge, in two orders': 'Al giudice, in due ordini',
  'To the judge, {judge}, in two orders': 'Al giudice, {judge}, in due ordini',
  'The judge reads your own text among the drafts, under a number like theirs. The mark beside SOURCE is another one in every run.':
    'Il giudice legge il tuo testo fra le bozze, sotto un numero come il loro. Il segno accanto a SOURCE cambia a ogni esecuzione.',
  System: 'Sistema',
  User: 'Utente',
  'At most {n} tokens of answer.': 'Al massimo {n} token di risposta.',
  'This section is about {about}': 'Questa sezione parla di {about}',
  'Those who were affected may read this. The {label} voice is darkly funny; this may not be the place.':
    'Potrebbe leggerla chi ne ha sofferto. La voce {label} è umorismo nero; forse non è il posto giusto.',
  'Use {label} instead': 'Usa invece {label}',
  'Go on in {label}': 'Prosegui in {label}',
});
