import { InvalidArgumentError } from './errors';
import type { StoredObject } from './objects';
import { type XmlElement, xmlDocument } from './xml';

const MOST_KEYS = 1000;

/**
 * Answers ListObjectsV2.
 * @param objects in the order of their keys
 * @throws InvalidArgumentError
 */
export function listing(bucket: string, objects: readonly StoredObject[], query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : keyOf(token);
  const most = Math.min(MOST_KEYS, Number(query.get('max-keys') ?? MOST_KEYS));
  if (!Number.isInteger(most) || most < 0) throw new InvalidArgumentError('max-keys must be a whole number.');
  const written = query.get('encoding-type') === 'url' ? encodeURIComponent : (text: string) => text;

  const entries: Array<{ last: string; element: XmlElement }> = [];
  let isTruncated = false;
  for (const object of objects) {
    if (!object.key.startsWith(prefix) || !isAfter(object.key, after)) continue;
    const cut = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    const common = cut < 0 ? undefined : object.key.slice(0, cut + delimiter.length);
    // All of it was told on the page before.
    if (common !== undefined && after.startsWith(common)) continue;
    if (common !== undefined && entries.at(-1)?.last === common) continue;
    if (entries.length >= most) {
      isTruncated = most > 0;
      break;
    }
    entries.push(
      common === undefined
        ? { last: object.key, element: ['Contents', described(object, written)] }
        : { last: common, element: ['CommonPrefixes', [['Prefix', written(common)]]] },
    );
  }
  const last = entries.at(-1)?.last;
  return xmlDocument([
    'ListBucketResult',
    [
      ['Name', bucket],
      ['Prefix', written(prefix)],
      ['KeyCount', entries.length],
      ['MaxKeys', most],
      ...(delimiter ? [['Delimiter', written(delimiter)] as const] : []),
      ['IsTruncated', isTruncated],
      ...(isTruncated && last ? [['NextContinuationToken', tokenOf(last)] as const] : []),
      ...entries.map(({ element }) => element),
    ],
  ]);
}

const described = ({ key, modified, etag, size }: StoredObject, written: (text: string) => string) =>
  [
    ['Key', written(key)],
    ['LastModified', modified],
    ['ETag', etag],
    ['Size', size],
    ['StorageClass', 'STANDARD'],
  ] as const;

const isAfter = (key: string, after: string): boolean =>
  Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0;

const tokenOf = (key: string): string => Buffer.from(key).toString('base64url');
const keyOf = (token: string): string => Buffer.from(token, 'base64url').toString('utf8');
