import { retrievalFrom } from '../../../lambda/retrieval/wiring';

const environment = {
  POST_MORTEMS_TABLE: 'post-mortems',
  SEARCH_ENTRIES_TABLE: 'entries',
  VECTOR_BUCKET: 'bucket',
  VECTOR_INDEX: 'passages-256',
  EMBEDDING_DIMENSIONS: '256',
};

it('is made of the environment that asking the archive is granted with, and names what is missing of it', () => {
  process.env.AWS_REGION = 'eu-west-1';
  expect(retrievalFrom(environment)).toBeInstanceOf(Function);
  for (const name of Object.keys(environment))
    expect(() => retrievalFrom({ ...environment, [name]: '' })).toThrow(name);
});
