import { MODEL_CALL } from '../../../domain/enhancement/modelCall';
import { LEFT_OUT_COUNT, MODEL_REMARK } from '../../../domain/review/modelRemarks';
import { selectionOf } from '../../../domain/shape';
import type { Remarked, RemarkService } from '../types';
import { requestRecord } from './graphql';

const REMARK = `mutation Remark($postMortemId: ID!) {
  remarkOnPostMortem(postMortemId: $postMortemId) {
    remarks { ${selectionOf(MODEL_REMARK)} } left { ${selectionOf(LEFT_OUT_COUNT)} } call { ${selectionOf(MODEL_CALL)} }
  }
}`;

/** The model behind the Amplify data client. */
export const amplifyRemarks: RemarkService = {
  on: (postMortemId) => requestRecord<Remarked>(REMARK, { postMortemId }, { postMortemId }),
};
