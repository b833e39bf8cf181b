import type { Permission } from '../iam';
import { bucketArn, type Place } from './names';
import type { Body } from './request';
import type { VectorStore } from './store';

/** What the operations work on. */
export interface Service {
  readonly store: VectorStore;
  readonly place: Place;
}

/** What a request turns out to be: what it needs, and what it then does. */
export interface Operation {
  readonly permissions: readonly Permission[];
  /** @returns the answer, in the words of the API */
  run(): object;
}

/** Reads a request of one operation. @throws ValidationError */
export type ReadOperation = (body: Body, service: Service) => Operation;

export const permission = (action: string, resourceArn: string): Permission => ({
  action: `s3vectors:${action}`,
  resourceArn,
});

/** Timestamps travel as seconds. */
export const seconds = (iso: string): number => Date.parse(iso) / 1000;

/** What actions on no bucket in particular are asked for: only a policy for all buckets covers it. */
export const allBuckets = (place: Place): string => bucketArn(place, '*');
