import { AppSyncError } from '../errors';

/** Does what a request handler asked for. Errors become `ctx.error` of the response handler. */
export type RunDataSource = (request: unknown) => Promise<unknown>;

/** A data source refused or failed; `errorType` is what `ctx.error.type` says. */
export class DataSourceError extends AppSyncError {
  override readonly name = 'DataSourceError';
  constructor(message: string, errorType: string, options?: ErrorOptions) {
    super(message, errorType, null, null, options);
  }
}

/** The fields of a request; a request that is no object has none. */
export const fieldsOf = (request: unknown): Readonly<Record<string, unknown>> =>
  typeof request === 'object' && request !== null ? (request as Record<string, unknown>) : {};
