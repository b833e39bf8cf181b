import { normOf, type VectorSet } from './vectorSet';

export type DistanceMetric = 'cosine' | 'euclidean';

/** A vector that was found, by its place in the set. */
export interface Found {
  readonly slot: number;
  readonly distance: number;
}

/**
 * The nearest vectors, nearest first; of equally near ones the earlier key. Exact: every candidate is compared.
 * @param isCandidate by place; every vector is one without it
 */
export function nearest(
  set: VectorSet,
  query: Float32Array,
  metric: DistanceMetric,
  most: number,
  isCandidate?: (slot: number) => boolean,
): Found[] {
  const distanceTo = metric === 'cosine' ? cosineDistances(set, query) : euclideanDistances(set, query);
  const best = new Best(most, set);
  for (let slot = 0; slot < set.size; slot += 1) {
    if (isCandidate && !isCandidate(slot)) continue;
    best.offer(slot, distanceTo(slot));
  }
  return best.inOrder();
}

function cosineDistances(set: VectorSet, query: Float32Array): (slot: number) => number {
  const { values, norms } = set.table;
  const length = normOf(query);
  const { dimension } = set;
  return (slot) => {
    const similarity = dot(values, slot * dimension, query) / ((norms[slot] as number) * length);
    return 1 - Math.min(1, Math.max(-1, similarity));
  };
}

/** Four sums at once: the processor need not wait for one to begin the next. */
function dot(values: Float32Array, from: number, query: Float32Array): number {
  const length = query.length;
  const even = length - (length % 4);
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let at = 0; at < even; at += 4) {
    const place = from + at;
    first += (values[place] as number) * (query[at] as number);
    second += (values[place + 1] as number) * (query[at + 1] as number);
    third += (values[place + 2] as number) * (query[at + 2] as number);
    fourth += (values[place + 3] as number) * (query[at + 3] as number);
  }
  for (let at = even; at < length; at += 1) first += (values[from + at] as number) * (query[at] as number);
  return first + second + (third + fourth);
}

function euclideanDistances(set: VectorSet, query: Float32Array): (slot: number) => number {
  const { values } = set.table;
  const { dimension } = set;
  return (slot) => {
    const from = slot * dimension;
    let sum = 0;
    for (let at = 0; at < dimension; at += 1) {
      const apart = (values[from + at] as number) - (query[at] as number);
      sum += apart * apart;
    }
    return Math.sqrt(sum);
  };
}

/** The nearest so far, as a heap with the farthest of them on top. */
class Best {
  private readonly heap: Found[] = [];

  constructor(
    private readonly most: number,
    private readonly set: VectorSet,
  ) {}

  offer(slot: number, distance: number): void {
    if (this.heap.length < this.most) {
      this.heap.push({ slot, distance });
      this.rise(this.heap.length - 1);
      return;
    }
    const top = this.heap[0] as Found;
    if (distance > top.distance) return;
    const offered = { slot, distance };
    if (!this.isFarther(top, offered)) return;
    this.heap[0] = offered;
    this.sink();
  }

  inOrder(): Found[] {
    return [...this.heap].sort((one, other) => (this.isFarther(one, other) ? 1 : -1));
  }

  private isFarther(one: Found, other: Found): boolean {
    if (one.distance !== other.distance) return one.distance > other.distance;
    return this.set.keyAt(one.slot) > this.set.keyAt(other.slot);
  }

  private rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!this.isFarther(this.heap[at] as Found, this.heap[above] as Found)) return;
      this.swap(at, above);
      at = above;
    }
  }

  private sink(): void {
    for (let at = 0; ; ) {
      let farthest = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        const candidate = this.heap[below];
        if (candidate && this.isFarther(candidate, this.heap[farthest] as Found)) farthest = below;
      }
      if (farthest === at) return;
      this.swap(at, farthest);
      at = farthest;
    }
  }

  private swap(one: number, other: number): void {
    const kept = this.heap[one] as Found;
    this.heap[one] = this.heap[other] as Found;
    this.heap[other] = kept;
  }
}
