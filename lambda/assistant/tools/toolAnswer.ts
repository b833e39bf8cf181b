import type { AssistantRequest, Proposal, ToolStep } from '../../../domain/conversation/conversation';

/** What a tool came to: what the model reads, what the screen shows, and what is proposed to the person. */
export interface ToolAnswer {
  text: string;
  step: Omit<ToolStep, 'tool'>;
  proposal?: Omit<Proposal, 'key'>;
  /** Of whose words it tells a part, by their ids; those of its links where it does not say. */
  from?: string[];
  /** Secrets in its text that only other parts of these name; missing where there are none. */
  named?: string[];
}

/**
 * One tool. Whose rights it has is in `asked`, which the proxy made of the verified token; what the model says
 * (`input`) only names what is to be looked at.
 */
export type Tool = (input: Readonly<Record<string, unknown>>, asked: AssistantRequest) => Promise<ToolAnswer>;

/** A text of the model's input, without what no request needs. */
export const textOf = (value: unknown, most = 500): string =>
  typeof value === 'string' ? value.trim().slice(0, most) : '';

/** Nothing was done, and why: told to the model and shown to the person. */
export const refused = (about: string, why: string): ToolAnswer => ({
  text: why,
  step: { about, outcome: 'REFUSED', note: why, links: [] },
});

/** A proposal that leaves out what its kind has not. */
export const proposed = (
  part: Partial<Omit<Proposal, 'key'>> & Pick<Proposal, 'kind' | 'text'>,
): Omit<Proposal, 'key'> => ({
  ...{ postMortemId: null, title: '', section: '', before: '', revision: null, notes: [] },
  ...{ isTeams: false, memoryKind: null, memoryId: null },
  ...part,
});
