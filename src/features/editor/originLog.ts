import type { Origin, Origins } from '../../../domain/history/revision';
import type { FieldId } from '../../../domain/postMortem/fields';

/** Where the changes came from that are not saved yet. What nobody noted was typed. */
export class OriginLog {
  #noted = new Map<FieldId, Origin>();

  note(fields: readonly FieldId[], from: Origin): void {
    for (const field of fields) {
      const before = this.#noted.get(field);
      // Words that were taken over do not become the author's own by a comma.
      const isWorkedOn = from === 'typed' && before !== undefined && before !== 'typed';
      this.#noted.set(field, isWorkedOn ? 'edited' : from);
    }
  }

  /** What is said with a save of these fields. From now on only what comes after it is noted. */
  take(fields: readonly FieldId[]): Origins {
    const said = Object.fromEntries(fields.map((field) => [field, this.#noted.get(field) ?? 'typed']));
    this.#noted = new Map();
    return said;
  }

  /** The save that said this did not go through; what was noted since stands, as work on it. */
  putBack(said: Origins): void {
    const since = [...this.#noted];
    this.#noted = new Map(Object.entries(said) as [FieldId, Origin][]);
    for (const [field, from] of since) this.note([field], from);
  }

  get pending(): Origins {
    return Object.fromEntries(this.#noted);
  }
}
