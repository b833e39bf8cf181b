import { stemOf } from '../../../reading/words/stems';
import type { Token } from './tellingWords';

/**
 * Words that may stand for each other in a rewording, a group a line; a word may be in several. They are no
 * synonyms everywhere: they only keep a writer's choice of words from being called another statement.
 */
const GROUPS: readonly string[] = [
  'quick rapid fast prompt swift speedy short brief',
  'slow late delay lag gradual behind sluggish',
  'success successful succeed pass work complete ok healthy',
  'fail break crash down error unavailable malfunction unsuccessful reject wrong bad',
  'reject refuse deny decline block',
  'miss lack absent omit',
  'stop halt pause end cease finish freeze',
  'begin start trigger open',
  'cause lead result produce make bring create trigger introduce induce make',
  'fix repair resolve help cure solve mitigate remedy patch work correct clear',
  'overload overwhelm saturate exhaust flood swamp overrun full fill',
  'increase rise grow climb enlarge raise up expand add more large larger bigger high higher extend spike surge double jump',
  'decrease fall drop shrink reduce decline down lower low less smaller dip sink fewer',
  'recover restore return resume normal back healthy stabilise stabilize come',
  'turn switch set flip toggle put',
  'tell inform notify warn alert contact write message say report announce call page brief',
  'see notice find detect discover experience spot observe identify learn realise realize visible show recognise recognize catch',
  'show display visible appear present reveal indicate',
  'move shift migrate transfer route redirect divert switch copy fail',
  'old former previous earlier original existing prior',
  'new fresh latest current updated recent',
  'count number amount total quantity volume figure',
  'use run rely utilise employ consume usage apply operate execute serve',
  'enough sufficient adequate',
  'impact affect effect influence hit touch concern limit suffer experience',
  'customer user client tenant account shopper visitor subscriber buyer',
  'engineer operator person colleague developer responder member staff someone team on-call oncall sre',
  'team group crew engineer',
  'alert alarm page notification warning monitor',
  'deploy release rollout ship roll launch publish push change deployment version build',
  'revert rollback undo back restore',
  'restart reboot bounce relaunch recycle cycle recreate',
  'create add recreate make provision set introduce build new write',
  'remove delete drop erase clear purge take clean',
  'check verify confirm review inspect examine test validate look investigate',
  'request call query hit traffic transaction attempt operation',
  'error failure exception fault problem issue',
  'outage incident downtime interruption disruption event problem issue',
  'server host machine node instance box vm',
  'service system application app component platform product software program backend',
  'site website page web frontend',
  'database db store storage data',
  'record row entry item line',
  'message event job task item',
  'queue backlog',
  'limit cap quota threshold maximum bound ceiling',
  'setting config configuration option parameter value flag',
  'flag toggle switch feature',
  'plan will intend schedule going want propose',
  'need require must have',
  'allow permit let enable accept',
  'prevent block stop avoid keep',
  'try attempt retry',
  'expire lapse run invalid elapse end',
  'wait hang stall block pending stuck',
  'lose miss drop gone discard',
  'send deliver emit transmit forward post mail serve receive',
  'receive get accept arrive obtain',
  'hold keep retain own maintain take',
  'open available public reach',
  'close shut end',
  'large big huge great high major significant considerable heavy',
  'small little minor low slight tiny',
  'wrong incorrect false bad faulty inaccurate erroneous',
  'right correct proper accurate good valid',
  'different another other',
  'same identical equal',
  'initial first early original',
  'final last end',
  'later after subsequent afterwards then following',
  'hour minute time while period duration moment window',
  'manual hand manually person human',
  'automatic automated automatically itself own',
  'describe explain detail document cover note',
  'think believe suspect assume guess',
  'decide choose agree opt',
  'ask request want demand',
  'step leave resign quit give',
  'catch grab hold find',
  'copy duplicate clone replicate',
  'region zone area location site datacenter',
  'temporary interim provisional stopgap workaround short-term',
  'permanent lasting final long-term durable definitive solution',
  'complete full entire whole total',
  'incomplete partial part',
  'reason cause why because culprit trigger factor',
  'happen occur take arise emerge',
  'take last complete finish run',
  'keep continue stay remain persist go',
  'approve accept sign allow confirm',
  'cover include contain comprise involve test',
  'handle manage deal treat process lead own',
  'responsible own blame accountable cause',
  'long slow lengthy extended prolonged',
  'degraded slow poor unhealthy impaired',
  'sure certain confident',
  'unknown unclear uncertain open',
  'sensitive low tight strict',
  'thorough careful full complete',
  'outdated old stale obsolete date',
  'twice two double',
  'evict kill remove terminate',
  'memory oom heap ram',
  'kill terminate stop end',
  'support helpdesk desk agent service',
  'dashboard panel graph chart board',
  'latency delay response slow time lag',
  'merge land integrate join',
  'money revenue fund',
  'log record entry write store save',
  'schedule plan cron job',
  'calm quiet fine ok good well normal',
  'estimate guess think expect reckon',
  'cost spend take',
  'resend redrive replay rerun reprocess',
  'immediate once instant right',
];

/** A word, and how a sentence may have it: stems of its forms are not always one. */
const formsOf = (word: string): string[] => {
  const root = word.replace(/e$/, '');
  return [word, `${word}s`, `${root}ed`, `${root}ing`].map(stemOf);
};

let known: Map<string, Set<number>> | undefined;

/** The groups that a stem is in; read when first asked for, since most checks never ask. */
function groupsOf(stem: string): ReadonlySet<number> | undefined {
  if (known) return known.get(stem);
  known = new Map();
  for (const [index, group] of GROUPS.entries()) {
    for (const form of group.split(' ').flatMap(formsOf)) {
      const before = known.get(form);
      if (before) before.add(index);
      else known.set(form, new Set([index]));
    }
  }
  return known.get(stem);
}

/** Nouns so general that they may stand for any other, and verbs that any other may be told with. */
const GENERAL = new Set(
  'issue incident problem thing situation event component system service process operation work change impact number effect case part unit resource have use happen'
    .split(' ')
    .map(stemOf),
);
const SHARED_BEGINNING = 5;

/** Whether a word says nothing of its own: its presence alone makes no other statement. */
export const isGeneral = (stem: string): boolean => GENERAL.has(stem);

type Written = Pick<Token, 'key' | 'lower'>;

/** Whether a draft may say one word for the other without saying another thing. */
export function isAkin(source: Written, draft: Written): boolean {
  if (source.key === draft.key || GENERAL.has(draft.key)) return true;
  const groups = groupsOf(draft.key);
  for (const group of groupsOf(source.key) ?? []) if (groups?.has(group)) return true;
  const [one, other] = [source.lower, draft.lower];
  return sharesRoot(one, other) || isShortFor(one, other) || isShortFor(other, one);
}

/** "incompat" and "incompatibl", "recreat" and "creat": one word in two forms. */
function sharesRoot(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 4 && long.startsWith(short)) return true;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return same >= SHARED_BEGINNING && same >= short.length - 2;
}

/** "prod" for production, "cfg" for configuration, "k8s". */
function isShortFor(short: string, long: string): boolean {
  if (short.length > 5 || long.length < short.length + 3 || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}
