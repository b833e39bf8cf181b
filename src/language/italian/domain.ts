import { phrases } from '../phrases';

/** What the domain calls the parts of a document: sections, templates, fields. */
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

  // What is left out of an answer of the archive.
  'without a source among the passages': 'senza una fonte tra i passaggi',
  'its sources say nothing of the kind': 'le sue fonti non dicono nulla di simile',
  'a value that its sources do not have': 'un valore che le sue fonti non hanno',
  'a doubt of the source told as a certainty': 'un dubbio della fonte raccontato come certezza',
  'something turned round': 'qualcosa rigirato al contrario',
  'said already': 'già detto',
  // What the server says in an answer that came to nothing.
  'Something went wrong while answering. Nothing is lost: ask again.':
    'Qualcosa è andato storto durante la risposta. Niente è perso: chiedi di nuovo.',
  'There is no question. Write what you want to know.': 'Manca la domanda. Scrivi che cosa vuoi sapere.',
  'What you asked before is not there any more. Ask again in whole words.':
    'Ciò che avevi chiesto prima non c’è più. Chiedi di nuovo per intero.',
  'The archive could not be searched. Nothing is lost: wait a moment and ask again.':
    'Non è stato possibile cercare nell’archivio. Niente è perso: aspetta un momento e chiedi di nuovo.',
  'The first day is after the last one. Exchange them.': 'Il primo giorno viene dopo l’ultimo. Scambiali.',
  'Pictures cannot be kept here. In their place stand what they show and their addresses, as far as those were told.':
    'Qui non si possono conservare immagini. Al loro posto stanno ciò che mostrano e i loro indirizzi, per quanto indicati.',
  'Quotes more than five deep were brought to five. No word of them was left out.':
    'Le citazioni annidate oltre cinque livelli sono state portate a cinque. Nessuna parola è stata tralasciata.',
});
