import type { Look, Trends } from '../../../domain/trends';
import { PERIODS, type PeriodId, type Stretch } from '../../../domain/trends/period';
import type { Wording } from '../../language/italian';

/** Whose post-mortems are counted. The ids are those of the library's lists. */
export const SCOPES = [
  { id: 'mine', label: 'Mine|list' },
  { id: 'shared', label: 'Shared with me' },
  { id: 'published', label: 'Published|list' },
] as const satisfies readonly { id: string; label: Wording }[];
export type ScopeId = (typeof SCOPES)[number]['id'];

/** What an address asks for; what it cannot mean is as if it were not said. */
export function askedFor(address: URLSearchParams): { scope: ScopeId; period: PeriodId } {
  const named = <T extends { id: string }>(options: readonly T[], name: string) =>
    options.find(({ id }) => id === address.get(name));
  return {
    scope: named(SCOPES, 'list')?.id ?? 'mine',
    period: named(PERIODS, 'period')?.id ?? '12',
  };
}

/** What the library is asked for. */
export interface Asked {
  severity?: string;
  service?: string;
  from?: string;
  to?: string;
  without?: string;
}

/** The address of the library with these filters. */
export function libraryAddress(scope: ScopeId, asked: Asked): string {
  const address = new URLSearchParams(scope === 'mine' ? {} : { list: scope });
  for (const [name, value] of Object.entries(asked)) if (value) address.set(name, value);
  return address.size === 0 ? '/' : `/?${address}`;
}

/** The days of a column, without those that are still to come. */
export const daysOf = ({ from, to }: Stretch, { today }: Pick<Look, 'today'>): Asked => ({
  from,
  to: to < today ? to : today,
});

/** The days of all columns together. */
export const daysOfAll = ({ columns }: Trends, look: Pick<Look, 'today'>): Asked => {
  const [first, last] = [columns[0], columns.at(-1)];
  return first && last ? { from: first.from, to: daysOf(last, look).to } : {};
};

/** The day before or after one. */
export const dayBeside = (day: string, days: 1 | -1): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
