import { AppSyncError, UnauthorizedFieldError } from '../errors';
import { Namespace } from '../namespace';
import type { ResolverState } from '../resolverState';
import { checkSubscriptionFilter, type SubscriptionFilter } from '../subscriptionFilter';
import { list, map, math, str } from './collections';
import { dynamodb, transform } from './dynamodb';
import { time } from './time';
import { encodings, ids, values } from './values';

/** `$util` for the handlers of one field. */
export function createUtil(state: ResolverState): Namespace {
  const error = (message: string, errorType?: string | null, data?: unknown, errorInfo?: unknown): never => {
    throw new AppSyncError(String(message), errorType ?? null, data, errorInfo);
  };
  return new Namespace('$util', {
    ...values,
    ...encodings,
    ...ids,
    error,
    appendError: (message: string, errorType?: string, data?: unknown, errorInfo?: unknown) => {
      state.appendError(message, errorType, data, errorInfo);
      return '';
    },
    unauthorized: (): never => {
      throw new UnauthorizedFieldError(state.fieldName, state.typeName);
    },
    validate: (holds: boolean, message: string, errorType?: string, data?: unknown) =>
      holds ? '' : error(message, errorType ?? 'CustomTemplateException', data),
    authType: () => state.authType,
    list: new Namespace('$util.list', list),
    map: new Namespace('$util.map', map),
    str: new Namespace('$util.str', str),
    math: new Namespace('$util.math', math),
    time: new Namespace('$util.time', time),
    dynamodb: new Namespace('$util.dynamodb', dynamodb),
    transform: new Namespace('$util.transform', transform),
  });
}

/** `$extensions` for the handlers of one field. */
export function createExtensions(state: ResolverState): Namespace {
  return new Namespace('$extensions', {
    setSubscriptionFilter: (filter: SubscriptionFilter | string) => {
      const written = typeof filter === 'string' ? (JSON.parse(filter) as SubscriptionFilter) : filter;
      checkSubscriptionFilter(written);
      state.subscriptionFilter = written;
      return '';
    },
  });
}
