import { checkClaims } from '../../../../domain/facts/claims/unsupported';
import { draftOffline } from '../../../../local/nevermore/answering/offline/draftOffline';
import { CASES } from '../../../cases/cases';
import { REWORDED_INCIDENTS } from '../incidentsReworded';

const kinds = (source: string, draft: string) => checkClaims(source, draft).map(({ kind }) => kind);
const BINDER =
  'During a Kubernetes version upgrade all nodes running our ingress-controller pods were cordoned. ' +
  'This went unnoticed and caused 40min of total outage. The ingress controller pods were deleted.';

describe('sentences that the source does not bear out', () => {
  it.each([
    'The outage was caused by a misconfigured NGINX ingress after the upgrade.',
    'The team rolled back the Kubernetes version and scaled the ingress-controller pods.',
    'A memory leak was the root cause.',
    'The nodes were rebooted.',
  ])('marks %j with its place', (sentence) => {
    const draft = `All nodes were cordoned. ${sentence}`;
    const [finding, ...others] = checkClaims(BINDER, draft);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'claim', severity: 'soft', value: sentence });
    expect(draft.slice(finding?.start, finding?.end)).toBe(sentence);
  });

  it.each([
    'The nodes that ran the ingress-controller pods had been cordoned during an upgrade of Kubernetes.',
    'Nobody noticed, which led to a total outage of 40min.',
    'The pods of the ingress controller were removed.',
    'A total outage of 40min was caused because all nodes running ingress-controller pods were cordoned.',
  ])('takes %j for what the source says', (sentence) => expect(kinds(BINDER, sentence)).toEqual([]));

  it.each([
    '[TODO: Who owns the database failover?]',
    'Was the firewall misconfigured?',
    '## The database failed',
    '*Every machine carries a small tombstone in its pocket.*',
    'Pull up a coffin, dear reader.',
    '**What was done, by candlelight:**',
    '```\nrm -rf database\n```',
  ])('takes %j for no claim', (draft) => expect(kinds(BINDER, draft)).toEqual([]));

  it.each([
    'Add an alert on cordoned nodes.',
    'We should test upgrades in staging.',
    'Consider a database failover.',
  ])('marks %j as advice', (draft) => expect(kinds(BINDER, draft)).toEqual(['recommendation']));

  it.each(REWORDED_INCIDENTS)('tells rewordings of $id from inventions', ({ source, reworded, invented }) => {
    expect(reworded.filter((sentence) => kinds(source, sentence).length > 0)).toEqual([]);
    expect(invented.filter((sentence) => !kinds(source, sentence).includes('claim'))).toEqual([]);
  });

  it('finds nothing in any draft of the offline drafter', () => {
    for (const { description, rootCause } of CASES) {
      for (const source of [description, rootCause]) {
        for (const style of ['micro', 'lite'] as const) {
          const draft = draftOffline({
            section: 'description',
            theme: 'addams',
            source,
            style,
            questions: [],
          });
          expect(checkClaims(source, draft).map(({ value }) => value)).toEqual([]);
        }
      }
    }
  });
});
