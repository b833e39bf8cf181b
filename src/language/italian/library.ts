import { phrases } from '../phrases';

/** The lists of post-mortems: filters, counts, rows, the bin. */
export const library = phrases({
  'Post-mortems · Nevermore': 'Post-mortem · Nevermore',
  'Post-mortems': 'Post-mortem',
  'New post-mortem': 'Nuovo post-mortem',
  'Untitled post-mortem': 'Post-mortem senza titolo',
  Lists: 'Elenchi',
  'Mine|list': 'I miei',
  'Shared with me': 'Condivisi con me',
  'Published|list': 'Pubblicati',
  'Archived|list': 'Archiviati',
  'Recently deleted': 'Eliminati di recente',
  Changed: 'Modificato',
  Shared: 'Condiviso',
  Deleted: 'Eliminato',
  'Last changed first': 'Prima gli ultimi modificati',
  'Last shared first': 'Prima gli ultimi condivisi',
  'Last deleted first': 'Prima gli ultimi eliminati',
  'Latest incident first': 'Prima gli incidenti più recenti',
  'Oldest incident first': 'Prima gli incidenti più vecchi',
  'Most severe first': 'Prima i più gravi',
  'Service, A to Z': 'Servizio, dalla A alla Z',
  'Title, A to Z': 'Titolo, dalla A alla Z',
  'Best match first': 'Prima i più pertinenti',
  'Nobody has shared a post-mortem with you yet. Once somebody does, it is here, on every device.':
    'Nessuno ha ancora condiviso un post-mortem con te. Quando succede lo trovi qui, su ogni dispositivo.',
  'Nothing is published yet. What a colleague publishes is here, for everybody to read.':
    'Non c’è ancora niente di pubblicato. Ciò che un collega pubblica sta qui, e lo leggono tutti.',
  'Your archive is empty. What you archive is out of the way here, and is read and shared as before.':
    'L’archivio è vuoto. Ciò che archivi resta qui in disparte, e si legge e si condivide come prima.',
  'Nothing was deleted lately.': 'Ultimamente non è stato eliminato niente.',

  Any: 'Qualsiasi',
  Search: 'Cerca',
  Sort: 'Ordina',
  Filters: 'Filtri',
  Tag: 'Tag',
  Owner: 'Responsabile',
  'Owner|of a document': 'Proprietario',
  'Started from': 'Inizio dal',
  'Started until': 'Inizio fino al',
  'Time missing': 'Orario mancante',
  'Clear filters': 'Togli i filtri',
  'The first day is after the last, so nothing fits.':
    'Il primo giorno viene dopo l’ultimo, quindi niente corrisponde.',
  'No post-mortem fits all that is asked for.': 'Nessun post-mortem corrisponde a tutto ciò che chiedi.',
  'No post-mortem in this list has all these words with these filters.':
    'In questo elenco, con questi filtri, nessun post-mortem contiene tutte queste parole.',
  'Nothing matches': 'Nessun risultato',
  'Show all post-mortems': 'Mostra tutti i post-mortem',
  'Only the service': 'Solo il servizio',
  'Only the tag': 'Solo il tag',
  'Incident {day}': 'Incidente {day}',
  'Somebody ({id})': 'Qualcuno ({id})',
  '{n} post-mortems cannot be shown: another program has stored something in them that the schema does not allow, such as a severity of nothing. It is still on the server; set the field again through the API.':
    {
      one: 'Un post-mortem non può essere mostrato: un altro programma vi ha scritto qualcosa che lo schema non ammette, per esempio una gravità vuota. È ancora sul server: reimposta il campo tramite l’API.',
      other:
        '{n} post-mortem non possono essere mostrati: un altro programma vi ha scritto qualcosa che lo schema non ammette, per esempio una gravità vuota. Sono ancora sul server: reimposta il campo tramite l’API.',
    },

  'Nothing here yet, and that is good news': 'Qui non c’è ancora niente, ed è una buona notizia',
  'When something breaks, this is how the write-up goes:': 'Quando qualcosa si rompe, si scrive così:',
  'Press {button} and write what happened, as roughly as you like.':
    'Premi {button} e scrivi che cosa è successo, anche alla buona.',
  '{enhance} a section: two drafts arrive, a judge explains which is better, you decide.':
    '{enhance} una sezione: arrivano due bozze, un giudice spiega quale è migliore, decidi tu.',
  '{copy} and paste the whole document into your team’s channel.':
    '{copy} e incolla l’intero documento nel canale del tuo team.',
  'Copy Markdown': 'Copia Markdown',
  'Or open an example, an outage as somebody noted it at three in the morning, and play with it.':
    'Oppure apri un esempio, un disservizio annotato da qualcuno alle tre di notte, e giocaci.',
  'Start from an example': 'Comincia da un esempio',

  'Loading your post-mortems…': 'Carico i tuoi post-mortem…',
  '{found} in all': '{found} in tutto',
  '{shown} of {found} that match': '{shown} di {found} che corrispondono',
  '{shown} of {found}': '{shown} di {found}',
  '{read} read so far, to put all of them in order…': 'Letti finora: {read}, per metterli tutti in ordine…',
  '{found} found among the {read} last changed, looking on…':
    'Trovati fra gli ultimi {read} modificati: {found}, cerco ancora…',
  '{found} found so far, looking on…': 'Trovati finora: {found}, cerco ancora…',
  '{shown} shown, and not all could be read': 'Mostrati: {shown}; non tutti erano leggibili',
  'The {shown} last changed of many that match':
    'Gli ultimi {shown} modificati fra i molti che corrispondono',
  'The {shown} last changed of many': 'Gli ultimi {shown} modificati fra molti',
  '{found} found': 'Trovati: {found}',
  'Searching all texts…': 'Cerco in tutti i testi…',
  'Nothing found': 'Nessun risultato',
  'latest incident first': 'prima gli incidenti più recenti',
  'best match first': 'prima i più pertinenti',
  '{shown} of more than {all}, {order}': '{shown} di oltre {all}, {order}',
  '{shown} found, {order}': 'Trovati: {shown}, {order}',
  '{shown} of {all}, {order}': '{shown} di {all}, {order}',

  'Archived “⁨{title}⁩”. It is read and shared as before.':
    'Archiviato “⁨{title}⁩”. Si legge e si condivide come prima.',
  '“⁨{title}⁩” is among yours again.': '“⁨{title}⁩” è di nuovo fra i tuoi.',
  Duplicate: 'Duplica',
  Unarchive: 'Togli dall’archivio',
  Archive: 'Archivia',
  Delete: 'Elimina',
  Restore: 'Ripristina',
  'Open|do': 'Apri',
  'Restored “⁨{title}⁩”, with everybody it was shared with.':
    'Ripristinato “⁨{title}⁩”, con tutte le persone con cui era condiviso.',
  'Kept on this device, not saved yet': 'Su questo dispositivo, non ancora salvato',
  '{named} is still deleted. {message} {advice}': '{named} è ancora eliminato. {message} {advice}',
  'Deleted {named}. Until {day} it is under Recently deleted.':
    'Eliminato {named}. Fino al {day} è in Eliminati di recente.',

  'Recently deleted · Nevermore': 'Eliminati di recente · Nevermore',
  'What you delete stays here for {days} days. Nobody else sees it meanwhile. Restored, it is shared and published as it was; after its time it is gone for good, with its drafts and its history.':
    'Ciò che elimini resta qui per {days} giorni. Intanto non lo vede nessun altro. Se lo ripristini torna condiviso e pubblicato com’era; passato il tempo sparisce per sempre, con le bozze e tutte le modifiche.',
  'Loading what was deleted…': 'Carico ciò che è stato eliminato…',
  'Deleted {moment}': 'Eliminato il {moment}',
  'Gone for good on {day}': 'Sparisce per sempre il {day}',
  'Delete for good': 'Elimina per sempre',
  'Delete it for good?': 'Eliminare per sempre?',
  '“{title}” goes now, with its drafts and its history. Nobody can bring it back.':
    '“{title}” sparisce subito, con le bozze e tutte le modifiche. Nessuno può riportarlo indietro.',
  'Delete it for good': 'Elimina per sempre',

  'On this day': 'In questo giorno',
  'On this day {ago}:': 'In questo giorno, {ago}:',
  '{n} years ago': { one: 'un anno fa', other: '{n} anni fa' },
  '{n} more': '{n} in più',
  'Not today: put “On this day” away': 'Oggi no: nascondi “In questo giorno”',
  'What happened on this day could not be read.':
    'Non è stato possibile leggere che cosa accadde in questo giorno.',
});
