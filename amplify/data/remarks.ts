import { a } from '@aws-amplify/backend';
import { modelCall } from './enhancement';

/** What a model has to say of a document. Told and not stored. */
export const remarksTypes = {
  /** Places count UTF-16 units in the stored section. */
  ModelRemark: a.customType({
    section: a.string().required(),
    start: a.integer().required(),
    end: a.integer().required(),
    quote: a.string().required(),
    message: a.string().required(),
    instead: a.string(),
  }),
  /** How many of the model's remarks were left out for one reason. */
  LeftOutCount: a.customType({ why: a.string().required(), count: a.integer().required() }),
  RemarksCall: a.customType(modelCall()),
  Remarked: a.customType({
    remarks: a.ref('ModelRemark').required().array().required(),
    left: a.ref('LeftOutCount').required().array().required(),
    /** Nothing where there was nothing to read. */
    call: a.ref('RemarksCall'),
  }),
};
