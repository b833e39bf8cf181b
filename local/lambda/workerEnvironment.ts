import { devNull } from 'node:os';
import type { LocalFunction } from './functions';

/** What a process needs of the machine to run at all. Nothing else of the parent's environment is handed on. */
const FROM_PARENT = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SystemRoot', 'TEMP', 'TMP'];

/**
 * Environment of a function's process: its own variables, those that Lambda's runtime sets, and where the
 * local services are.
 * @param endpoints `AWS_ENDPOINT_URL_*` variables
 */
export function workerEnvironment(
  fn: LocalFunction,
  version: string,
  endpoints: Record<string, string>,
): Record<string, string> {
  const { accessKeyId, secretAccessKey, sessionToken } = fn.credentials;
  const region = fn.arn.split(':')[3] ?? 'us-east-1';
  const machine: Record<string, string> = {};
  for (const name of FROM_PARENT) {
    const value = process.env[name];
    if (value !== undefined) machine[name] = value;
  }
  return {
    ...machine,
    TZ: ':UTC',
    ...fn.environment,
    ...endpoints,
    // The developer's own AWS profiles must neither be read nor change what a function does.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fn.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    LAMBDA_TASK_ROOT: fn.assetDir,
    _HANDLER: fn.handler,
  };
}
