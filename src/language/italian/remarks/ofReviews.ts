import type { Remark } from './remark';

/** What a review by people tells of itself, what became of its messages, and why something cannot be done to it. */
export const OF_REVIEWS: readonly Remark[] = [
  // lambda/review/steps
  ['Any colleague may decide.', 'Può decidere un collega qualsiasi.'],
  ['One person is asked to decide.', 'Si chiede a una persona di decidere.'],
  ['{n} people are asked to decide.', 'Si chiede a {n} persone di decidere.'],
  ['The rules have no remark.', 'Le regole non hanno osservazioni.'],
  ['One remark by the rules.', 'Un’osservazione delle regole.'],
  ['{n} remarks by the rules.', '{n} osservazioni delle regole.'],
  // lambda/review/remarks: a remark with the words that it is about
  ['“{quote}”: {=message}', '“{quote}”: {=message}'],
  ['Decided meanwhile.', 'Deciso nel frattempo.'],
  [
    'No message went out: nobody is named, or neither a sender address nor a channel is set up.',
    'Non è partito alcun messaggio: nessuno è indicato, oppure non sono configurati né un mittente né un canale.',
  ],
  ['One message sent.', 'Un messaggio inviato.'],
  ['{sent} of {n} messages sent.', '{sent} messaggi inviati su {n}.'],
  ['{n} messages sent.', '{n} messaggi inviati.'],
  ['What did not arrive is listed below.', 'Ciò che non è arrivato è elencato sotto.'],
  ['Approved.', 'Approvato.'],
  ['Changes asked for.', 'Modifiche richieste.'],
  ['Declined.', 'Rifiutato.'],
  ['Nobody decided in time.', 'Nessuno ha deciso in tempo.'],
  ['Cancelled.', 'Annullata.'],
  ['Written by {=model}.', 'Scritto da {=model}.'],
  ['Written by {model}.', 'Scritto da {model}.'],

  // lambda/review/rounds
  ['The post-mortem is gone.', 'Il post-mortem non c’è più.'],
  ['It is no longer published.', 'Non è più pubblicato.'],
  ['Called off.', 'Solleciti annullati.'],
  ['Too many messages for one workflow.', 'Troppi messaggi per un solo flusso.'],
  ['It has sent as many messages as it may.', 'Ha inviato tutti i messaggi che poteva.'],
  ['What is left is due in more than a year.', 'Ciò che resta scade tra più di un anno.'],
  ['No open action is left to ask about.', 'Non resta alcuna azione aperta da sollecitare.'],
  ['Next on {day}.', 'Il prossimo il {day}.'],
  [
    'Actions that are due in more than a year are not asked about.',
    'Le azioni che scadono tra più di un anno non vengono sollecitate.',
  ],
  ['All of it is done or moved.', 'È tutto fatto o spostato.'],
  ['{n} still open.', 'Ancora aperte: {n}.'],

  // lambda/review/document
  ['The post-mortem was deleted.', 'Il post-mortem è stato eliminato.'],
  [
    'It was changed while it was submitted. Submit it again.',
    'È stato modificato mentre veniva inviato. Invialo di nuovo.',
  ],
  [
    'It was published while it was submitted: there is nothing to decide.',
    'È stato pubblicato mentre veniva inviato: non c’è nulla da decidere.',
  ],
  [
    'It was approved, and somebody had moved it meanwhile: it stays where it is.',
    'È stato approvato, ma nel frattempo qualcuno l’aveva spostato: resta dov’è.',
  ],
  [
    '{=outcome}, and somebody had moved it meanwhile: it stays where it is.',
    '{=outcome}, ma nel frattempo qualcuno l’aveva spostato: resta dov’è.',
  ],
  [
    'It was approved and then changed, so it was not published. Publish it yourself, or submit it again.',
    'È stato approvato e poi modificato, quindi non è stato pubblicato. Pubblicalo tu, oppure invialo di nuovo.',
  ],
  ['Somebody is saving this post-mortem just now.', 'Qualcuno sta salvando questo post-mortem proprio ora.'],
  [
    'The workflow ended before it was through. Nothing is lost; submit it again.',
    'Il flusso è finito prima di essere completo. Nulla è perduto; invialo di nuovo.',
  ],
  ['The workflow broke off: {=why}', 'Il flusso si è interrotto: {=why}'],
  ['The workflow broke off: {why}', 'Il flusso si è interrotto: {why}'],
  ['It is not known why.', 'Non si sa perché.'],
  ['It did not answer.', 'Non ha risposto.'],

  // lambda/review/followUpText
  ['Plain template.', 'Testo semplice.'],
  ['Plain template. {=why}', 'Testo semplice. {=why}'],
  ['{model} did not answer: {why}', '{model} non ha risposto: {why}'],
  ['{model} stopped with {reason}.', '{model} si è fermato con {reason}.'],
  ['What the model wrote is no short message.', 'Ciò che il modello ha scritto non è un messaggio breve.'],
  [
    'What the model wrote states “{value}”, which the document does not say.',
    'Ciò che il modello ha scritto afferma “{value}”, che il documento non dice.',
  ],
  ['What the model wrote leaves out “{action}”.', 'Ciò che il modello ha scritto omette “{action}”.'],

  // lambda/review/pointers
  ['Nothing is said against its {=sections}', 'Niente da dire contro: {=sections}'],
  ['{=why}; one action is still open', '{=why}; un’azione è ancora aperta'],
  ['{=why}; {n} actions are still open', '{=why}; {n} azioni sono ancora aperte'],
  ['same service, {service}; tagged {tags}', 'stesso servizio, {service}; tag in comune: {tags}'],
  ['same service, {service}', 'stesso servizio, {service}'],
  ['tagged {tags}', 'tag in comune: {tags}'],

  // lambda/humanReview/deliveries, lambda/mail, lambda/webhook, lambda/bounces
  [
    'It is not known whether it left: there was no answer. Ask, or send it again.',
    'Non si sa se sia partito: non c’è stata risposta. Chiedi, oppure invialo di nuovo.',
  ],
  ['A sender address is not set up any more.', 'Non è più configurato un mittente.'],
  ['The channel is not set up any more.', 'Il canale non è più configurato.'],
  ['Amazon SES did not answer.', 'Amazon SES non ha risposto.'],
  [
    'Amazon SES did not take the mail ({type}): {why}',
    'Amazon SES non ha accettato l’e-mail ({type}): {why}',
  ],
  ['Amazon SES did not deliver it: {why}.', 'Amazon SES non l’ha consegnata: {why}.'],
  [
    'The channel did not take the message (no answer).',
    'Il canale non ha accettato il messaggio (nessuna risposta).',
  ],
  [
    'The channel did not take the message (it answered {status}).',
    'Il canale non ha accettato il messaggio (ha risposto {status}).',
  ],
  [
    'Its reader has marked it as unwanted. Tell them in another way.',
    'Chi l’ha ricevuta l’ha segnalata come indesiderata. Avvisa in un altro modo.',
  ],
  [
    'It could not be delivered for now, and came back: {why}',
    'Per ora non è stato possibile consegnarla, ed è tornata indietro: {why}',
  ],
  [
    'It could not be delivered for now, and came back.',
    'Per ora non è stato possibile consegnarla, ed è tornata indietro.',
  ],
  ['Their mail server does not take it: {why}', 'Il server di posta del destinatario non la accetta: {why}'],
  ['Their mail server does not take it.', 'Il server di posta del destinatario non la accetta.'],
  ['The team’s channel', 'Il canale del team'],

  // lambda/reviewDesk, lambda/directory
  [
    'There is no such review among those that you may see.',
    'Non c’è una simile revisione tra quelle che puoi vedere.',
  ],
  ['Only {names} can decide on it.', 'Può decidere solo: {names}.'],
  [
    'Nobody decides on their own post-mortem: a colleague has to.',
    'Nessuno decide sul proprio post-mortem: deve farlo un collega.',
  ],
  [
    'Only its owner, or whoever has submitted it, can call it off.',
    'Può annullarla solo il proprietario, o chi l’ha inviata.',
  ],
  [
    'Only its owner, or whoever has submitted it, can send it again.',
    'Può inviarlo di nuovo solo il proprietario, o chi ha inviato la revisione.',
  ],
  [
    'It is decided already: {=outcome}, by {name}, at {moment}. Yours was not counted; say it in a comment.',
    'È già deciso: {=outcome}, da {name}, il {moment}. La tua decisione non è stata contata; scrivila in un commento.',
  ],
  [
    'It is decided already: {=outcome}, at {moment}. Yours was not counted; say it in a comment.',
    'È già deciso: {=outcome}, il {moment}. La tua decisione non è stata contata; scrivila in un commento.',
  ],
  [
    'It was changed since you opened it. Read what has changed, then decide.',
    'È stato modificato da quando l’hai aperto. Leggi che cosa è cambiato, poi decidi.',
  ],
  [
    'It is under review already. Cancel that review first, or wait for its decision.',
    'È già in revisione. Annulla prima quella revisione, o attendi la sua decisione.',
  ],
  // amplify/data/noOpenReview.js
  [
    'It is under review. Wait for the decision, or call the review off first: until then it stays where it is.',
    'È in revisione. Attendi la decisione, o annulla prima la revisione: fino ad allora resta dov’è.',
  ],
  [
    'The review could not be started. Nothing has changed: wait a moment and submit it again.',
    'Non è stato possibile avviare la revisione. Nulla è cambiato: attendi un momento e inviala di nuovo.',
  ],
  [
    'This review is changing at this moment. Nothing of yours was taken out of it yet; try again.',
    'Questa revisione sta cambiando in questo momento. Nulla di tuo è stato ancora tolto; riprova.',
  ],
  [
    'It is over already: there is nothing left to call off.',
    'È già conclusa: non c’è più nulla da annullare.',
  ],
  [
    'Nobody has decided yet: there is nothing to follow up on.',
    'Nessuno ha ancora deciso: non c’è nulla da sollecitare.',
  ],
  ['There is no such message.', 'Non c’è un messaggio simile.'],
  [
    'It has been sent. Ask whether it arrived, before it is sent twice.',
    'È stato inviato. Chiedi se è arrivato, prima che parta due volte.',
  ],
  [
    'This review is over: it broke off. Ask its author to submit it again.',
    'Questa revisione è conclusa: si è interrotta. Chiedi all’autore di inviarla di nuovo.',
  ],
  [
    'It is published already. Withdraw it first, then submit it for review.',
    'È già pubblicato. Prima ritiralo, poi invialo in revisione.',
  ],
  [
    'It is private: name the people who are to review it.',
    'È privato: indica le persone che devono rivederlo.',
  ],
  ['Nobody reviews what they submit themselves.', 'Nessuno rivede ciò che ha inviato lui stesso.'],
  [
    'It is not shared with {person}, and only its owner can share it. Ask its owner, or name somebody else.',
    'Non è condiviso con {person}, e solo il proprietario può condividerlo. Chiedilo al proprietario, o indica qualcun altro.',
  ],
  [
    'Name reviewers by their e-mail address, or by the ID in their account menu.',
    'Indica i revisori con il loro indirizzo e-mail, o con l’ID nel menu del loro account.',
  ],
  [
    'Nobody has an account here as {person}. Check the address, or ask them to sign up first.',
    'Nessuno ha qui un account come {person}. Controlla l’indirizzo, o chiedi prima di registrarsi.',
  ],
  [
    'It could not be looked up who that is ({what}). Nothing has changed; try again in a moment.',
    'Non è stato possibile sapere chi sia ({what}). Nulla è cambiato; riprova tra un momento.',
  ],
];
