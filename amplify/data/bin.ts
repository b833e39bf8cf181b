import { a } from '@aws-amplify/backend';

/** What somebody sees of their deleted post-mortems. The records themselves stay where they are, as nobody's. */
export const binTypes = {
  BinnedPostMortem: a.customType({
    id: a.id().required(),
    title: a.string().required(),
    severity: a.string(),
    status: a.string(),
    service: a.string(),
    deletedAt: a.datetime().required(),
    /** From then on it cannot be brought back; the table forgets it within days. */
    goneAt: a.datetime().required(),
  }),
  BinPage: a.customType({
    items: a.ref('BinnedPostMortem').required().array().required(),
    nextToken: a.string(),
  }),
};
