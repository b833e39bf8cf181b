import { fieldsOf, type RunDataSource } from './dataSource';

/** The NONE data source gives back the payload. */
export const runNone: RunDataSource = async (request) => fieldsOf(request).payload ?? null;
