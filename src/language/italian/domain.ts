import { phrases } from '../phrases';

/** Words of the domain that the screen shows: sections, fields, choices, templates, forms, criteria. */
export const domain = phrases({
  Summary: 'Sintesi',
  'What happened, to whom, for how long, in three or four sentences.':
    'Che cosa è successo, a chi, per quanto tempo, in tre o quattro frasi.',
  'A certificate expired on Sunday at 03:00 UTC and all internal calls failed for 67 minutes.':
    'Domenica alle 03:00 UTC è scaduto un certificato e per 67 minuti tutte le chiamate interne sono fallite.',
  Impact: 'Impatto',
  'Who noticed what, how many, for how long. Say how the figures were measured.':
    'Chi se n’è accorto e di che cosa, quanti, per quanto tempo. Spiega come sono state misurate le cifre.',
  'About 3,000 orders failed between 03:00 and 04:10 UTC, counted in the gateway’s log.':
    'Fra le 03:00 e le 04:10 UTC sono falliti circa 3.000 ordini, contati nel log del gateway.',
  'Trigger and background': 'Innesco e contesto',
  'What was going on before it began: the change, the load, the state that nobody saw.':
    'Che cosa succedeva prima: la modifica, il carico, lo stato che nessuno vedeva.',
  'On Friday the renewal job was moved to a new account; its mails went to a closed mailbox.':
    'Venerdì il job di rinnovo è passato a un nuovo account; le sue e-mail finivano in una casella chiusa.',
  Detection: 'Rilevamento',
  'How it was noticed, by whom or what, how long after it began, and what could have told earlier.':
    'Come ci si è accorti del problema, chi o che cosa l’ha notato, quanto tempo dopo l’inizio, e che cosa avrebbe potuto dirlo prima.',
  'The pager rang at 03:04 UTC, four minutes in. A check of the expiry date would have told weeks before.':
    'Il pager ha suonato alle 03:04 UTC, dopo quattro minuti. Un controllo della scadenza l’avrebbe detto settimane prima.',
  Description: 'Descrizione',
  'The story in order: how it began, how it was noticed, what was tried, what worked.':
    'La storia in ordine: come è cominciata, come ce ne siamo accorti, che cosa si è provato, che cosa ha funzionato.',
  'At 03:04 UTC the pager rang. Dashboards were down too, so the first guess was the network.':
    'Alle 03:04 UTC ha suonato il pager. Erano giù anche le dashboard, quindi il primo sospetto è stato la rete.',
  Response: 'Risposta',
  'Who took part, what was tried and what it told, wrong turns included.':
    'Chi ha partecipato, che cosa si è provato e che cosa se n’è capito, strade sbagliate comprese.',
  'Two people looked at the network for 20 minutes; a third ran openssl and saw the expired date.':
    'Due persone hanno guardato la rete per 20 minuti; una terza ha lanciato openssl e ha visto la data scaduta.',
  'Root cause': 'Causa radice',
  'The contributing factors: what in the system made this possible, and what is still only suspected.':
    'I fattori che hanno contribuito: che cosa nel sistema l’ha reso possibile, e che cosa è ancora solo un sospetto.',
  'Nothing watched the expiry date, and the renewal mails went to somebody who had left in June.':
    'Niente controllava la scadenza, e le e-mail di rinnovo andavano a chi se n’era andato a giugno.',
  Resolution: 'Risoluzione',
  'What ended the impact, what was done afterwards, and what keeps it from happening again.':
    'Che cosa ha messo fine all’impatto, che cosa si è fatto dopo, e che cosa impedisce che si ripeta.',
  'A new certificate was issued by hand and rolled to 14 nodes by 04:10 UTC. It is a workaround.':
    'Un nuovo certificato è stato emesso a mano e distribuito su 14 nodi entro le 04:10 UTC. È un rimedio provvisorio.',
  'What went well': 'Che cosa è andato bene',
  'What worked as it was meant to, and should be kept.':
    'Che cosa ha funzionato come doveva, e va conservato.',
  'The rollout script took nine minutes for all nodes, without a mistake.':
    'Lo script di distribuzione ha impiegato nove minuti per tutti i nodi, senza un errore.',
  'What went badly': 'Che cosa è andato male',
  'What was slow, missing or in the way, told of systems and not of people.':
    'Che cosa era lento, mancava o intralciava, parlando di sistemi e non di persone.',
  'The dashboards use the same certificate, so they went down when they were needed.':
    'Le dashboard usano lo stesso certificato, quindi sono cadute proprio quando servivano.',
  'Where we got lucky': 'Dove siamo stati fortunati',
  'What would have made it worse, and did not happen by chance.':
    'Che cosa l’avrebbe aggravato, e per caso non è successo.',
  'It was a Sunday. On a Monday ten times as many orders would have failed.':
    'Era domenica. Di lunedì sarebbero falliti dieci volte tanti ordini.',
  'Why we were surprised': 'Che cosa ci ha sorpresi',
  'What people believed about the system that turned out to be otherwise.':
    'Che cosa si credeva del sistema, e invece non era così.',
  'Everybody believed that the certificates renew themselves. They do, but for this one.':
    'Tutti credevano che i certificati si rinnovassero da soli. Lo fanno, tranne questo.',
  Lessons: 'Lezioni',
  'What somebody else, on another team, should take from this.':
    'Che cosa dovrebbe trarne qualcun altro, in un altro team.',
  'What tells you that things are broken must not break with them.':
    'Ciò che ti dice che qualcosa è rotto non deve rompersi insieme al resto.',

  Standard: 'Standard',
  'Most incidents: what happened, why, what ended it, what was learned.':
    'La maggior parte degli incidenti: che cosa è successo, perché, come è finito, che cosa si è imparato.',
  'One-pager': 'Una pagina',
  'Small incidents that fit on a screen.': 'Piccoli incidenti che stanno in una schermata.',
  'Google SRE': 'Google SRE',
  'What worked, what did not and where one was lucky, told apart.':
    'Che cosa ha funzionato, che cosa no e dove si è stati fortunati, separatamente.',
  Atlassian: 'Atlassian',
  'Led up to, found, answered and recovered from, with five whys.':
    'Premesse, scoperta, risposta e ripristino, con i cinque perché.',
  'Amazon COE': 'Amazon COE',
  'A correction of error: figures first, five whys, lessons that become actions.':
    'Una correzione d’errore: prima le cifre, poi i cinque perché, lezioni che diventano azioni.',
  'Security incident': 'Incidente di sicurezza',
  'A break-in, a leak, a lost key. Private to those you share it with.':
    'Un’intrusione, una fuga di dati, una chiave persa. Privato, solo per chi ne riceve la condivisione.',
  'Near miss': 'Incidente sfiorato',
  'Nothing broke this time. What would have?': 'Stavolta non si è rotto niente. Che cosa sarebbe successo?',

  Title: 'Titolo',
  'What broke, in a line': 'Che cosa si è rotto, in una riga',
  'Give the post-mortem a title.': 'Dai un titolo al post-mortem.',
  Severity: 'Gravità',
  Status: 'Stato',
  Service: 'Servizio',
  'checkout-api': 'checkout-api',
  Tags: 'Tag',
  'database, migration': 'database, migrazione',
  Started: 'Inizio',
  Detected: 'Rilevato',
  Mitigated: 'Mitigato',
  Resolved: 'Risolto',
  Timeline: 'Cronologia',
  Time: 'Ora',
  'What happened': 'Che cosa è successo',
  Kind: 'Tipo',
  Moment: 'Momento',
  Zone: 'Fuso',
  Source: 'Origine',
  Link: 'Link',
  'Action items': 'Azioni correttive',
  Action: 'Azione',
  Due: 'Scadenza',
  Done: 'Fatta',
  Type: 'Tipo',
  Priority: 'Priorità',
  Ticket: 'Ticket',
  'Ticket is': 'Il ticket è',
  People: 'Persone',
  Name: 'Nome',
  Role: 'Ruolo',
  'The whole document': 'L’intero documento',

  SEV1: 'SEV1',
  SEV2: 'SEV2',
  SEV3: 'SEV3',
  SEV4: 'SEV4',
  'Critical: most users cannot use the service.': 'Critico: quasi nessuno può usare il servizio.',
  'Major: a core function is broken or very slow for many.':
    'Grave: una funzione centrale è rotta o molto lenta per molti.',
  'Minor: a function is degraded, or few users are affected.':
    'Minore: una funzione è degradata, o riguarda pochi utenti.',
  'Low: no visible impact, or a near miss.': 'Basso: nessun impatto visibile, o un incidente sfiorato.',
  Draft: 'Bozza',
  'In review': 'In revisione',
  Final: 'Definitivo',
  Published: 'Pubblicato',
  Withdrawn: 'Ritirato',
  Trigger: 'Innesco',
  Escalation: 'Escalation',
  'Key moment': 'Momento chiave',
  Mitigation: 'Mitigazione',
  Prevent: 'Prevenire',
  'It cannot happen again.': 'Non può più succedere.',
  Detect: 'Rilevare',
  'It is noticed sooner.': 'Ci si accorge prima del problema.',
  Mitigate: 'Mitigare',
  'It does less harm, or ends sooner.': 'Fa meno danni, o finisce prima.',
  Process: 'Processo',
  'People work on it in another way.': 'Le persone ci lavorano in un altro modo.',
  High: 'Alta',
  Medium: 'Media',
  Low: 'Bassa',
  Open: 'Aperto',
  'In progress': 'In corso',
  Closed: 'Chiuso',
  Author: 'Autore',
  Facilitator: 'Facilitatore',
  'Incident commander': 'Incident commander',
  Responder: 'Soccorritore',
  Read: 'Legge',
  'can edit': 'può modificare',
  'can comment': 'può commentare',
  'can read': 'può leggere',

  'Back to draft': 'Torna a bozza',
  'Only its owner and those it is shared with read it.':
    'Lo leggono solo il proprietario e le persone con cui è condiviso.',
  'Submit for review': 'Invia in revisione',
  'Those it is shared with know that it is ready to be read. Nobody else reads it.':
    'Le persone con cui è condiviso sanno che è pronto da leggere. Nessun altro lo legge.',
  Publish: 'Pubblica',
  'Every signed-in colleague reads it and finds it.': 'Ogni collega che accede lo legge e lo trova.',
  Withdraw: 'Ritira',
  'Colleagues no longer read it. Nothing is deleted.':
    'I colleghi non lo leggono più. Niente viene eliminato.',
  'Private: only those it is shared with read it, also when it is published.':
    'Privato: lo leggono solo le persone con cui è condiviso, anche quando è pubblicato.',
  'Every signed-in colleague reads it.': 'Lo legge ogni collega che accede.',

  'Time to detect': 'Tempo di rilevamento',
  'Time to acknowledge': 'Tempo di presa in carico',
  'Time to escalate': 'Tempo di escalation',
  'Time to mitigate': 'Tempo di mitigazione',
  'Time to resolve': 'Tempo di risoluzione',
  'not known': 'non noto',
  'Other entries': 'Altre voci',
  Undetected: 'Non rilevato',
  'Detected, not mitigated': 'Rilevato, non mitigato',
  'Mitigated, not resolved': 'Mitigato, non risolto',
  'Not mitigated': 'Non mitigato',
  'Detected, not resolved': 'Rilevato, non risolto',
  'Not resolved': 'Non risolto',
  'Last 3 months': 'Ultimi 3 mesi',
  'Last 6 months': 'Ultimi 6 mesi',
  'Last 12 months': 'Ultimi 12 mesi',
  All: 'Tutti',
  'Up to 7 days': 'Fino a 7 giorni',
  '8 to 30 days': 'Da 8 a 30 giorni',
  '31 to 90 days': 'Da 31 a 90 giorni',
  '91 to 180 days': 'Da 91 a 180 giorni',
  '181 to 365 days': 'Da 181 a 365 giorni',
  'More than a year': 'Più di un anno',
  'Age not known': 'Età non nota',

  typed: 'scritto',
  imported: 'importato',
  'accepted from Micro’s draft': 'accettato dalla bozza di Micro',
  'accepted from Lite’s draft': 'accettato dalla bozza di Lite',
  'taken over, then edited': 'ripreso, poi modificato',
  restored: 'ripristinato',

  Markdown: 'Markdown',
  'GitHub, GitLab and everything else that reads Markdown.': 'GitHub, GitLab e tutto ciò che legge Markdown.',
  Slack: 'Slack',
  'Messages of 4,000 characters at most.': 'Messaggi di 4.000 caratteri al massimo.',
  Teams: 'Teams',
  'A message in Microsoft Teams.': 'Un messaggio in Microsoft Teams.',
  Confluence: 'Confluence',
  'A page in Confluence; the file is for its API.': 'Una pagina di Confluence; il file è per la sua API.',
  Notion: 'Notion',
  'Markdown for a page in Notion.': 'Markdown per una pagina di Notion.',
  HTML: 'HTML',
  'One file that stands alone and prints well.': 'Un solo file, autonomo e ben stampabile.',
  'plain text': 'testo semplice',
  'E-mail, tickets, wherever nothing is formatted.': 'E-mail, ticket, dovunque non ci sia formattazione.',
  'Markdown with front matter': 'Markdown con front matter',
  'Site generators, and repositories of post-mortems.': 'Generatori di siti e archivi di post-mortem.',
  'public version': 'versione pubblica',
  'People outside: without names, tickets, hosts, secrets and revenue, by rules.':
    'Persone esterne: senza nomi, ticket, host, segreti e ricavi, per regole.',
  'Your own words': 'Parole tue',
  'Keys, passwords and tokens': 'Chiavi, password e token',
  'E-mail addresses, phone and account numbers': 'Indirizzi e-mail, numeri di telefono e di conto',
  'Names of people': 'Nomi di persone',
  Tickets: 'Ticket',
  'Hosts and addresses': 'Host e indirizzi',
  'Money and revenue': 'Denaro e ricavi',

  Secret: 'Segreto',
  'Personal data': 'Dati personali',
  Contradiction: 'Contraddizione',
  'Only said here': 'Detto solo qui',
  Missing: 'Mancante',
  'Open question': 'Domanda aperta',
  Tone: 'Tono',
  Unsure: 'Incerto',

  Grounded: 'Fondato',
  'States only what SOURCE supports and keeps every fact and hedge of it.':
    'Afferma solo ciò che SOURCE sostiene e ne conserva ogni fatto e ogni dubbio.',
  Complete: 'Completo',
  'Covers what SOURCE says and asks for what is missing.':
    'Copre ciò che SOURCE dice e chiede ciò che manca.',
  Clear: 'Chiaro',
  'Reads well, in order, without filler or repetition.':
    'Si legge bene, in ordine, senza riempitivi né ripetizioni.',
  Blameless: 'Senza colpe',
  'Describes systems and decisions, never culprits.': 'Descrive sistemi e decisioni, mai colpevoli.',
  'Fits the section': 'Adatto alla sezione',
  'Says what belongs in this section and nothing else.':
    'Dice ciò che appartiene a questa sezione e nient’altro.',
  Actionable: 'Utile per agire',
  'A reader knows what is settled and what to do next.':
    'Chi legge sa che cosa è deciso e che cosa fare dopo.',
  Voice: 'Voce',
  'Sounds like its theme, and is still exact.': 'Ha il suono del suo tema, e resta esatto.',
  'Macabre and dry, at nobody’s expense, and still exact.':
    'Macabro e asciutto, a spese di nessuno, e comunque esatto.',
  Professional: 'Professionale',
  Addams: 'Addams',
  'Post-mortems people read': 'Post-mortem che si leggono volentieri',
  'Let no incident rest unexamined': 'Nessun incidente riposi senza autopsia',
  'There is nothing to enhance yet. Write a sentence or two in your own words, rough is fine, and try again.':
    'Non c’è ancora niente da migliorare. Scrivi una frase o due con parole tue, anche alla buona, e riprova.',
  'No draft could be written this time. Your text stands exactly as you wrote it.':
    'Stavolta non è stato possibile scrivere una bozza. Il tuo testo resta esattamente come l’hai scritto.',
  'An empty grave, how promising. But even Grandmama needs a corpse to dress: write a line or two, then ring again.':
    'Una tomba vuota, che bella promessa. Ma perfino Nonna Addams ha bisogno di una salma da vestire: scrivi una riga o due, poi suona di nuovo.',
  'Both quills fell silent, as quills do at this hour. Your own words stand, untouched and beautifully grim.':
    'Le due penne d’oca tacciono, come fanno a quest’ora. Le tue parole restano, intatte e splendidamente cupe.',
  'timeline-led': 'guidata dalla cronologia',
  'prose-led': 'guidata dalla prosa',
  'offline drafter (rules, no model)': 'autore offline (regole, nessun modello)',
  'harm to people': 'danni a persone',
  'a security breach': 'una violazione della sicurezza',

  secret: 'segreto',
  password: 'password',
  email: 'e-mail',
  phone: 'telefono',
  number: 'numero',
  time: 'orario',
  date: 'data',
  doubt: 'dubbio',
  statement: 'affermazione',
  quantity: 'quantità',
  figure: 'cifra',
  word: 'parola',
  direction: 'direzione',
  recommendation: 'raccomandazione',
  name: 'nome',
  version: 'versione',
  identifier: 'identificatore',
  link: 'link',
  code: 'codice',
  quotation: 'citazione',
  duration: 'durata',
  percentage: 'percentuale',
  amount: 'importo',
});
