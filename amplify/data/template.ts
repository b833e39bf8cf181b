import { a } from '@aws-amplify/backend';
import { LIMITS } from '../../domain/limits';
import { LONGEST_SUITS } from '../../domain/teamTemplates';

/** Ways to write up an incident that a team has made for itself. */
export const templateTypes = {
  StartingText: a.customType({ section: a.string().required(), text: a.string().required() }),

  TeamTemplate: a
    .model({
      /** Always `TEAM`: the key under which a list is one query. */
      team: a.string().required(),
      name: a
        .string()
        .required()
        .validate((v) =>
          v
            .minLength(1, 'A template needs a name.')
            .maxLength(LIMITS.templateName, `A name has at most ${LIMITS.templateName} characters.`),
        ),
      suits: a
        .string()
        .validate((v) =>
          v.maxLength(LONGEST_SUITS, `When it suits is said in at most ${LONGEST_SUITS} characters.`),
        ),
      sections: a.string().required().array().required(),
      required: a.string().required().array(),
      start: a.ref('StartingText').required().array(),
      owner: a.string(),
    })
    // Nobody takes another one's name.
    .identifier(['team', 'name'])
    .disableOperations(['subscriptions'])
    .authorization((allow) => [
      allow.owner().identityClaim('sub').to(['create', 'read', 'update', 'delete']),
      allow.authenticated().to(['read']),
    ]),
};
