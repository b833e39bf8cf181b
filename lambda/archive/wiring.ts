import { bedrockEmbed } from '../bedrock/embed';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { vectorIndexIn } from '../vectors';
import type { Collaborators } from './collaborators';
import { documentIn, keptIn } from './store';

/** What entering works with, from the environment that `cdk/archiveRights.ts` sets. @throws MissingEnvironmentError */
export function collaboratorsOf(): Collaborators {
  const table = dynamoDb();
  return {
    document: documentIn(required('POST_MORTEMS_TABLE'), table),
    ...keptIn(required('UPKEEP_TABLE'), table),
    vectors: vectorIndexIn(required('VECTOR_BUCKET'), required('VECTOR_INDEX')),
    embed: bedrockEmbed(Number(required('EMBEDDING_DIMENSIONS'))),
  };
}
