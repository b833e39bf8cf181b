/** What is kept with a vector: texts, numbers, truth values and lists of them, by name. */
export type Metadata = { readonly [name: string]: unknown };

/** Values that a vector set has room for at first. */
const FIRST_ROOM = 64;

/**
 * The vectors of one index in memory: all values stand behind each other in one array, so that a query runs
 * through them without following a pointer. A deleted one's place is taken by the last.
 */
export class VectorSet {
  private values: Float32Array;
  private readonly slots = new Map<string, number>();
  private readonly keys: string[] = [];
  private readonly kept: (Metadata | undefined)[] = [];
  private norms = new Float64Array(FIRST_ROOM);
  private inOrder: string[] | undefined;

  constructor(readonly dimension: number) {
    this.values = new Float32Array(FIRST_ROOM * dimension);
  }

  get size(): number {
    return this.keys.length;
  }

  /** @returns undefined when there is none of that key */
  slotOf(key: string): number | undefined {
    return this.slots.get(key);
  }

  keyAt(slot: number): string {
    return this.keys[slot] as string;
  }

  metadataAt(slot: number): Metadata | undefined {
    return this.kept[slot];
  }

  valuesAt(slot: number): Float32Array {
    return this.values.subarray(slot * this.dimension, (slot + 1) * this.dimension);
  }

  /** What a query runs through: the values of all, and the length of each. */
  get table(): { readonly values: Float32Array; readonly norms: Float64Array } {
    return { values: this.values, norms: this.norms };
  }

  /** All keys in the order of their UTF-16 units. */
  get sortedKeys(): readonly string[] {
    this.inOrder ??= [...this.keys].sort();
    return this.inOrder;
  }

  /** Adds a vector, or replaces the one of that key as a whole. */
  put(key: string, values: Float32Array, metadata: Metadata | undefined): void {
    let slot = this.slots.get(key);
    if (slot === undefined) {
      slot = this.keys.length;
      this.makeRoom(slot + 1);
      this.slots.set(key, slot);
      this.keys.push(key);
      this.inOrder = undefined;
    }
    this.values.set(values, slot * this.dimension);
    this.norms[slot] = normOf(values);
    this.kept[slot] = metadata;
  }

  delete(key: string): void {
    const slot = this.slots.get(key);
    if (slot === undefined) return;
    const last = this.keys.length - 1;
    if (slot !== last) {
      const moved = this.keys[last] as string;
      this.values.copyWithin(slot * this.dimension, last * this.dimension, (last + 1) * this.dimension);
      this.norms[slot] = this.norms[last] as number;
      this.kept[slot] = this.kept[last];
      this.keys[slot] = moved;
      this.slots.set(moved, slot);
    }
    this.slots.delete(key);
    this.keys.pop();
    this.kept.pop();
    this.inOrder = undefined;
  }

  private makeRoom(vectors: number): void {
    if (vectors <= this.norms.length) return;
    const room = Math.max(vectors, Math.ceil(this.norms.length * 1.5));
    const values = new Float32Array(room * this.dimension);
    values.set(this.values);
    const norms = new Float64Array(room);
    norms.set(this.norms);
    this.values = values;
    this.norms = norms;
  }
}

/** The length of a vector. */
export function normOf(values: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += (values[at] as number) ** 2;
  return Math.sqrt(sum);
}
