import type { SectionId } from '../../../../../domain/sections';
import type { ThemeId } from '../../../../../domain/themes';
import { type DraftStyle, draftOffline } from '../../../../../local/nevermore/answering/offline/draftOffline';

/** Rough notes as on-call engineers leave them, written for these tests. */
export const NOTES = {
  certificate:
    'cert for *.api.internal expired 03:00 utc sun. nobody got the renewal mail bc it went to someone who left in june. all svc to svc calls 503. pagerduty fired 03:04. took till 03:31 to figure out its the cert, dashboards also down (same cert lol). issued new one w/ openssl by hand, rolled to 14 nodes w/ ansible, 04:10 all ok. ~67 min. maybe 3k orders lost, finance is checking',
  leak: 'memory leak in worker 2.9.0 (shipped tue). rss grows ~40MB/h, oomkilled after ~18h, restarts drop in flight jobs. we saw it wed 11:20 when queue depth hit 120k. first guess was redis. rolled back to 2.8.3 at 12:05, queue drained by 13:40. 212 jobs had to be rerun by hand. heap snapshot shows listeners never removed on the ws client, not 100% sure thats all of it',
  midnight:
    'all good at 01:15. disk of db-7 full 23:40, alert 23:42. writes failed for about 900 users. freed 80 GB by dropping old partitions 00:20, replica caught up 00:58. argh!! partition job was off since the migration in may',
  chat: '22:47 node pool upgrade kicked off by the nightly job\n22:53 pods of search-indexer pending, no nodes with enough mem\n22:58 paged (IndexLagHigh)\n23:05 thought its the quota again, raised it, no change\n23:20 noticed that the new pool has the wrong machine type\n23:31 created a second pool with the old type by hand\n00:12 lag back to 0',
  prose:
    'A deploy of gateway v7.1.0 removed the health endpoint that the load balancer probes. The load balancer marked all 18 instances unhealthy and returned 503 to every request. The deploy alarm rolled it back. About 41,000 requests failed.',
  italian:
    'alle 09:15 il servizio ordini ha iniziato a rispondere 500. abbiamo riavviato i pod alle 09:30 ma senza effetto. ripristinata la colonna alle 10:04, errori a zero alle 10:07. circa 320 ordini persi.',
} as const;

export const draft = (
  source: string,
  {
    section = 'description',
    theme = 'professional',
    style = 'micro',
    questions = [],
  }: { section?: SectionId; theme?: ThemeId; style?: DraftStyle; questions?: readonly string[] } = {},
): string => draftOffline({ section, theme, style, source, questions });

export const STYLES: readonly DraftStyle[] = ['micro', 'lite'];

/** Sentences of a draft without our asides, labels and times. */
export const sentencesOf = (text: string): string[] =>
  text
    .replace(/```[\s\S]*?```/g, '')
    .replace(/(?<!\*)\*(?!\*)[^*\n]+\*(?!\*)/g, '')
    .replace(/^\s*- /gm, '')
    .replace(/\*\*[^*\n]+\*\*:? ?/g, '')
    .split(/\n+|(?<=[.!?])\s+(?=\p{L})/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));

/** What the macabre voice has put in: sentences in italics. */
export const asidesIn = (text: string): string[] =>
  text.match(/(?<![*\w])\*\p{Lu}[^*\n]+[.!?]\*(?!\*)/gu) ?? [];
