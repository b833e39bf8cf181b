import type { ActionListing } from '../../domain/actions/openActions';

/** What has been read of many actions. `isWhole` is false past the bound, and when reading was stopped. */
export interface ActionReading {
  listings: ActionListing[];
  isWhole: boolean;
  /** How many post-mortems hold what the schema does not allow, so that their actions are missing. */
  unreadable: number;
}

/** The actions of many post-mortems, without their texts. Throws the errors of `errors.ts`. */
export interface ActionStore {
  /** Those of what this user owns, or, without an id, of what is published. @param signal stops after a page */
  list(ownerId: string | null, signal?: AbortSignal): Promise<ActionReading>;
}
