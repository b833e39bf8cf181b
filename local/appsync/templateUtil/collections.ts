import type { Members } from '../namespace';

type Entries = { readonly [key: string]: unknown };

/** `$util.list` */
export const list: Members = {
  copyAndRetainAll: (items: unknown[], kept: unknown[]) => items.filter((item) => kept.includes(item)),
  copyAndRemoveAll: (items: unknown[], removed: unknown[]) => items.filter((item) => !removed.includes(item)),
  sortList: (items: Entries[], descending: boolean, field: string) => {
    const sign = descending ? -1 : 1;
    return [...items].sort((one, other) => {
      const [a, b] = [one[field] as never, other[field] as never];
      return a < b ? -sign : a > b ? sign : 0;
    });
  },
};

/** `$util.map` */
export const map: Members = {
  copyAndRetainAllKeys: (entries: Entries, keys: string[]) =>
    Object.fromEntries(Object.entries(entries).filter(([key]) => keys.includes(key))),
  copyAndRemoveAllKeys: (entries: Entries, keys: string[]) =>
    Object.fromEntries(Object.entries(entries).filter(([key]) => !keys.includes(key))),
};

/** `$util.str` */
export const str: Members = {
  toLower: (text: string) => text.toLowerCase(),
  toUpper: (text: string) => text.toUpperCase(),
  toReplace: (text: string, from: string, to: string) => text.replaceAll(from, () => to),
  normalize: (text: string, form: string) => text.normalize(form.toUpperCase()),
};

/** `$util.math` */
export const math: Members = {
  roundNum: (number: number) => Math.round(number),
  minVal: (one: number, other: number) => Math.min(one, other),
  maxVal: (one: number, other: number) => Math.max(one, other),
  randomDouble: () => Math.random(),
  randomWithinRange: (from: number, to: number) => Math.floor(from + Math.random() * (to - from)),
};
