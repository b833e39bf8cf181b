import { NOVA, OFFLINE_DRAFTER } from '../../../../domain/enhancement/modelRoles';
import {
  draftNames,
  expectedDrafts,
  judgedItself,
  selfPreference,
  whoDrafts,
  withDraftNames,
} from '../../../../src/features/enhance/names';
import { draft } from './result/draft';

const by = (model: string, writtenBy: string) => ({ ...draft('text'), model, writtenBy });
const rules = [by('Nova Micro', OFFLINE_DRAFTER), by('Nova Lite', OFFLINE_DRAFTER)];
const llama = [by('Nova Micro', 'openai-compatible: llama3.2'), by('Nova Lite', 'llama.cpp: llama3.2')];
const same = (model: string) => ({ micro: model, lite: model, pro: model, offline: false });

describe('who drafts, before the click', () => {
  it.each([
    [{ ...same(OFFLINE_DRAFTER), offline: true }, 'Drafts by rules on this computer, no model'],
    [NOVA, 'Nova Micro and Nova Lite draft, Nova Pro judges'],
    [same('llama3.2'), 'llama3.2 drafts twice and judges'],
    [{ ...same('llama3.2'), pro: 'qwen3' }, 'llama3.2 drafts twice, qwen3 judges'],
  ])('%j is said as %j', (models, said) => {
    expect(whoDrafts(models)).toBe(said);
  });
});

it('says which drafts are on their way, by the names that they will have', () => {
  expect(expectedDrafts(NOVA, [draft('a')])).toEqual(['Nova Micro']);
  expect(expectedDrafts({ ...same(OFFLINE_DRAFTER), offline: true }, [])).toEqual([
    'Timeline-led draft',
    'Prose-led draft',
  ]);
});

describe('who wrote, after it', () => {
  it('no draft by rules bears the name of a model', () => {
    expect(JSON.stringify(draftNames(rules))).not.toContain('Nova');
    expect(draftNames(rules)[0]?.long).toBe('the timeline-led draft by rules');
  });

  it('a model that answered itself is named, and what stood in for one is named instead', () => {
    expect(draftNames([draft('a')])[0]?.long).toBe('the draft by Nova Lite');
    expect(draftNames(llama).map(({ long }) => long)).toEqual([
      'the first draft by llama3.2',
      'the second draft by llama3.2',
    ]);
  });

  it('the judge’s reasons name them the same way', () => {
    expect(withDraftNames('Draft 1 (Nova Micro) is in order, draft 2 (Nova Lite) is not.', rules)).toBe(
      'The timeline-led draft by rules is in order, the prose-led draft by rules is not.',
    );
  });
});

describe('a model that judges itself', () => {
  it('is warned about before and after, and nobody is while rules or another family judge', () => {
    expect(selfPreference(same('llama3.2'))).toContain('judges its own drafts');
    expect(selfPreference({ ...same('llama3.2'), lite: 'phi' })).toContain('a draft of its own');
    expect(selfPreference({ ...same('llama3.2'), pro: 'qwen3' })).toBeNull();
    expect(selfPreference(NOVA)).toBeNull();
    expect(selfPreference({ ...same(OFFLINE_DRAFTER), offline: true })).toBeNull();
    expect(judgedItself(llama, [by('Nova Pro', 'llama3.2')])).toContain('judges its own drafts');
    expect(judgedItself(llama, [by('Nova Pro', 'qwen3')])).toBeNull();
    expect(judgedItself(rules, [by('Nova Pro', OFFLINE_DRAFTER)])).toBeNull();
  });
});
