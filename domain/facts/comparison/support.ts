import { lately } from '../../reading/lately';
import { sameZone } from '../../reading/times/zones';
import { type Extract, extract } from '../values/extract';
import type { Fact } from '../values/fact';
import { quotedWords } from '../values/quotations';

/** How well a text bears a fact out. */
export type Support = 'full' | 'coarse' | 'none';

/** Of a value that stands in a text hundreds of times, this many occurrences are looked at. */
const MOST_ALIKE = 40;

/** Looks facts of one text up in another. Ask `supporterOf` for one. */
export class Supporter {
  private readonly byKey = new Map<string, Fact[]>();
  private readonly byLooseKey = new Map<string, Fact[]>();
  private readonly literals = new Map<string, boolean>();
  private readProse: string | undefined;
  private readSquashed: string | undefined;
  private readWords: ReadonlySet<string> | undefined;

  constructor(readonly extract: Extract) {
    for (const fact of extract.facts) {
      for (const key of fact.keys) append(this.byKey, key, fact);
      for (const key of fact.loose ?? []) append(this.byLooseKey, key, fact);
    }
  }

  private get code(): string {
    return this.extract.reading.original.replace(/\r\n?/g, '\n');
  }

  private get prose(): string {
    this.readProse ??= quotedWords(
      this.extract.reading.plain.replace(/[*_]{1,3}(?=\w)|(?<=\w)[*_]{1,3}(?!\w)/g, ''),
    );
    return this.readProse;
  }

  private get squashed(): string {
    this.readSquashed ??= ` ${this.prose.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    return this.readSquashed;
  }

  private get words(): ReadonlySet<string> {
    this.readWords ??= new Set(this.squashed.split(' '));
    return this.readWords;
  }

  /** The facts of this text that say the same: the first of them, where there are very many. */
  same(fact: Fact): Fact[] {
    const found = new Set<Fact>();
    for (const key of fact.keys) {
      for (const other of this.byKey.get(key) ?? []) {
        if (found.size >= MOST_ALIKE) break;
        if (saysTheSame(key, fact, other)) found.add(other);
      }
    }
    return [...found];
  }

  /** Whether a fact of this text says the same. */
  private says(fact: Fact): boolean {
    return fact.keys.some((key) => this.byKey.get(key)?.some((other) => saysTheSame(key, fact, other)));
  }

  /** Whether this text says what the fact says, in whatever form. */
  supports(fact: Fact): Support {
    if (this.says(fact) || this.holds(fact)) return 'full';
    const coarser = fact.keys.some((key) => this.byLooseKey.has(key));
    return coarser && !fact.meridiem ? 'coarse' : 'none';
  }

  /** Whether a word or a figure stands in this text, as such or within an identifier. */
  names(word: string): boolean {
    return this.words.has(word);
  }

  private holds(fact: Fact): boolean {
    const name = `${fact.kind} ${fact.keys[0]}`;
    const known = this.literals.get(name);
    if (known !== undefined) return known;
    const holds = this.holdsLiterally(fact);
    this.literals.set(name, holds);
    return holds;
  }

  private holdsLiterally(fact: Fact): boolean {
    switch (fact.kind) {
      case 'code':
        return holds(this.code, (fact.keys[0] as string).slice(2), /\w/, /^\w/);
      case 'quotation':
        return this.prose.includes((fact.keys[0] as string).slice(2));
      case 'name':
      case 'acronym': {
        const word = (fact.keys[0] as string).slice(2).replace(/[^\p{L}\p{N}]+/gu, ' ');
        // "Wi-Fi" and "wifi", "APs" and "access points".
        if (word.includes(' ') && this.words.has(word.replace(/ /g, ''))) return true;
        if (fact.kind === 'acronym' && initialsOf(word)?.test(this.squashed)) return true;
        return [word, `${word}s`, word.replace(/s$/, '')].some((form) =>
          form.includes(' ') ? this.squashed.includes(` ${form} `) : this.words.has(form),
        );
      }
      case 'url':
      case 'host':
      case 'path':
      case 'email':
      case 'identifier':
      case 'error-code':
      case 'id':
        return standsIn(this.prose, fact.value.toLowerCase());
      default:
        return false;
    }
  }
}

/** Under a key that two facts share; of one moment it does not matter in which zone it is told. */
const saysTheSame = (key: string, a: Fact, b: Fact): boolean => agree(a, b) || key.startsWith('u:');

/** Zones and years bar a match only where both texts give one. */
function agree(a: Fact, b: Fact): boolean {
  if (a.zone && b.zone && !sameZone(a.zone, b.zone)) return false;
  return !(a.year && b.year && a.year !== b.year);
}

const LONGEST_INITIALS = 6;

/** Words in a row that an acronym is made of. */
function initialsOf(acronym: string): RegExp | undefined {
  const letters = [...acronym.replace(/s$/, '')];
  if (letters.length < 2 || letters.length > LONGEST_INITIALS || !/^[a-z]+$/.test(letters.join('')))
    return undefined;
  return new RegExp(` ${letters.map((letter) => `${letter}\\p{L}+`).join(' ')} `, 'iu');
}

const standsIn = (text: string, literal: string): boolean => holds(text, literal, /[\w.-]/, /^[\w-]|^\.\w/);

/** Whether a literal stands in a text, and not merely in a longer one that goes on before or after it. */
function holds(text: string, literal: string, before: RegExp, after: RegExp): boolean {
  const beginsWord = /^\w/.test(literal);
  const endsWord = /\w$/.test(literal);
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
    const end = at + literal.length;
    const goesOn = endsWord && after.test(text.slice(end, end + 2));
    if (!(beginsWord && before.test(text.charAt(at - 1))) && !goesOn) return true;
  }
  return false;
}

function append(index: Map<string, Fact[]>, key: string, fact: Fact): void {
  const known = index.get(key);
  if (known) known.push(fact);
  else index.set(key, [fact]);
}

/** What looks facts up in a text. */
export const supporterOf: (text: string) => Supporter = lately((text) => new Supporter(extract(text)));
