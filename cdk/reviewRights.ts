import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Geography } from '../lambda/models';
import { mayWork, type Table } from './grants';
import { guardrailEnvironment, mayApply } from './guardrail';
import type { AppliedGuardrail } from './guardrailSettings';
import { arnsOf, mayCallModels } from './modelGrants';

/** Where messages go out, and where their links lead. Whatever is left out is not done, and said so on the page. */
export interface Messaging {
  /** An address, or one of a domain, that Amazon SES has verified. */
  mailFrom: string | undefined;
  /** Of SES: where it tells bounces. */
  configurationSet: string | undefined;
  /** An incoming webhook of Slack or Teams. */
  webhookUrl: string | undefined;
  /** Where the app is. */
  appUrl: string | undefined;
}

export interface ReviewFunctionProps {
  geography: Geography;
  graphqlUrl: string;
  userPoolId: string;
  reviewsTable: Table;
  /** A Bedrock Guardrail, applied to follow-ups. */
  guardrail?: AppliedGuardrail | undefined;
  messaging: Messaging;
  /** What else the handler finds in its environment: tables that it only reads. */
  environment?: Readonly<Record<string, string>>;
  /** What the handler may do beside its table, mail and the model: the fields it asks, and the directory. */
  statements: readonly PolicyStatement[];
}

/** What the code of a review finds in its environment, whatever runs it. */
export const reviewEnvironment = ({
  messaging: { mailFrom, configurationSet, webhookUrl, appUrl },
  ...props
}: ReviewFunctionProps) => ({
  GRAPHQL_URL: props.graphqlUrl,
  USER_POOL_ID: props.userPoolId,
  REVIEWS_TABLE: props.reviewsTable.tableName,
  MODEL_GEOGRAPHY: props.geography,
  ...props.environment,
  ...(props.guardrail && guardrailEnvironment(props.guardrail)),
  ...(mailFrom && { MAIL_FROM: mailFrom }),
  ...(configurationSet && { MAIL_CONFIGURATION_SET: configurationSet }),
  ...(webhookUrl && { WEBHOOK_URL: webhookUrl }),
  ...(appUrl && { APP_URL: appUrl }),
});

/** What it may do: keep its record, write follow-ups, send mail, and what else it is given. */
export const reviewStatements = ({
  reviewsTable,
  geography,
  guardrail,
  messaging: { mailFrom, configurationSet },
  statements,
}: ReviewFunctionProps): PolicyStatement[] => [
  mayWork('KeepTheRecord', reviewsTable, 'GetItem', 'UpdateItem'),
  mayCallModels(arnsOf('lite', geography)),
  ...(guardrail ? [mayApply(guardrail)] : []),
  ...(mailFrom ? [maySend(mailFrom, configurationSet)] : []),
  ...statements,
];

const maySend = (from: string, configurationSet: string | undefined) => {
  const ses = (what: string) => `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:${what}`;
  return new PolicyStatement({
    sid: 'SendMail',
    actions: ['ses:SendEmail'],
    // Either the address is verified or its domain is; SES looks for both.
    resources: [
      ses(`identity/${from}`),
      ses(`identity/${from.slice(from.indexOf('@') + 1)}`),
      ...(configurationSet ? [ses(`configuration-set/${configurationSet}`)] : []),
    ],
    conditions: { StringEquals: { 'ses:FromAddress': from } },
  });
};
