import { readFileSync } from 'node:fs';
import { COMMENT, COMMENT_PLACES } from '../../domain/comments/comment';
import { PRESENCE } from '../../domain/comments/presence';
import { MODEL_CALL } from '../../domain/enhancement/modelCall';
import { RUN } from '../../domain/enhancement/runShape';
import { START_REQUEST } from '../../domain/enhancement/startRequest';
import { emptyPostMortem } from '../../domain/postMortem';
import { postMortemContent } from '../../domain/postMortem/content';
import { FIELDS, RECORD_FIELDS } from '../../domain/postMortem/fields';
import { shapeOf } from '../../domain/postMortem/recordShape';
import { LEFT_OUT_COUNT, MODEL_REMARK } from '../../domain/review/modelRemarks';
import { SECTIONS } from '../../domain/sections';
import { loadAssembly } from '../../local/assembly';
import { productAssembly } from '../local/appsync/synthesized';

type TypeName = string | { enum: string } | { nonModel: string };
interface Field {
  type: TypeName;
  isArray: boolean;
  isRequired: boolean;
}
type Fields = Record<string, Field>;
interface Introspection {
  models: Record<string, { fields: Fields }>;
  nonModels: Record<string, { fields: Fields }>;
  enums: Record<string, { values: string[] }>;
  mutations: Record<string, { arguments: Record<string, Field> }>;
}

let schema: Introspection;
beforeAll(async () => {
  const { modelIntrospectionPath } = loadAssembly(await productAssembly());
  schema = JSON.parse(readFileSync(modelIntrospectionPath, 'utf8')) as Introspection;
}, 120_000);

/** The synthesized fields in the notation of `domain/shape.ts`, in which an enum answers with its id. */
function asShape(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([id, { type, isArray }]) => {
      const each =
        typeof type === 'string'
          ? type
          : 'enum' in type
            ? 'String'
            : asShape(schema.nonModels[type.nonModel]?.fields ?? {});
      return [id, isArray ? [each] : each];
    }),
  );
}

it('stores of a post-mortem what the table of fields says, field for field', () => {
  // Who may read what is published is the resolvers' business, where a save came from the historian's, and the
  // archive is asked for by the filter of a list; no page reads any of them.
  const { audience, provenance, archived, ...told } = asShape(schema.models.PostMortem?.fields ?? {});
  expect(audience).toEqual(['String']);
  expect(archived).toBe('Boolean');
  expect(provenance).toEqual({ revision: 'Int', parts: [{ field: 'String', from: 'String' }] });
  expect(told).toEqual({ ...shapeOf(FIELDS), ...RECORD_FIELDS });
});

it('names in the table the enums and row types of the schema, with the same choices', () => {
  const stored = schema.models.PostMortem?.fields ?? {};
  for (const field of FIELDS) {
    if (field.kind === 'rows') expect(stored[field.id]?.type).toEqual({ nonModel: field.type });
    if (field.kind !== 'choice') continue;
    expect(stored[field.id]?.type).toEqual({ enum: field.type });
    expect(schema.enums[field.type]?.values).toEqual(field.choices.map(({ id }) => id));
  }
});

it('makes an empty document of every field of the table, and takes it once it has a title', () => {
  const empty = emptyPostMortem('');
  expect(Object.keys(empty).sort()).toEqual([...FIELDS.map(({ id }) => id as string), 'editors'].sort());
  expect(postMortemContent.safeParse(empty).error?.issues.map(({ path }) => path)).toEqual([['title']]);
  expect(postMortemContent.safeParse({ ...empty, title: 'Down' }).data).toEqual({ ...empty, title: 'Down' });
});

it('stores of a run what its shape says, a model’s calls included', () => {
  expect(asShape(schema.models.Enhancement?.fields ?? {})).toEqual(RUN);
});

it('stores and tells of a comment and of presence what their shapes say', () => {
  const { replies, authorId, ...stored } = asShape(schema.models.Comment?.fields ?? {});
  expect([replies, authorId]).toEqual(['Int', 'ID']);
  expect(stored).toEqual(COMMENT);
  const people = { heardBy: ['String'] };
  expect(asShape(schema.nonModels.ToldComment?.fields ?? {})).toEqual({ ...COMMENT, ...people });
  expect(asShape(schema.nonModels.Presence?.fields ?? {})).toEqual({
    ...PRESENCE,
    ...people,
    postMortemId: 'ID',
  });
});

it('tells of what a model remarks what its shapes say, and of the call', () => {
  const shapeOfType = (name: string) => asShape(schema.nonModels[name]?.fields ?? {});
  expect(shapeOfType('ModelRemark')).toEqual(MODEL_REMARK);
  expect(shapeOfType('LeftOutCount')).toEqual(LEFT_OUT_COUNT);
  expect(shapeOfType('RemarksCall')).toEqual(MODEL_CALL);
});

it('takes comments at every section and every list of rows, and on the whole document', () => {
  expect(schema.enums.CommentPlace?.values).toEqual(COMMENT_PLACES.map(({ id }) => id));
  expect(COMMENT_PLACES.map(({ id }) => id)).toEqual(
    expect.arrayContaining([...SECTIONS.map(({ id }) => id), 'timeline', 'actionItems', 'document']),
  );
});

it('takes for a start what the request says', () => {
  const taken = Object.entries(schema.mutations.startEnhancement?.arguments ?? {}).map(
    ([name, { type, isRequired }]) => [name, `${type}${isRequired ? '!' : ''}`],
  );
  expect(Object.fromEntries(taken)).toEqual(START_REQUEST);
});
