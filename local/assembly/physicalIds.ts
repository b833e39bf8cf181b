import { createHash } from 'node:crypto';
import { UnresolvedReferenceError } from './errors';
import type { Stack } from './stackTree';
import type { Resolved } from './template';

/** The physical values that a deployment would hand out and the local cloud chooses instead. */
export interface LocalValues {
  readonly region: string;
  readonly account: string;
  readonly apiId: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** Endpoint of the local AppSync, such as `http://127.0.0.1:5174/graphql`. */
  readonly graphqlUrl: string;
  /** Of the first function URL; each further one has the next. */
  readonly functionUrlPort: number;
  /** Function URLs by their logical ids, in the order of their ports. */
  readonly functionUrls?: readonly string[];
  /** Numbers of the newest published versions, by function; 1 for one that is not named. */
  readonly newestVersions?: { readonly [functionName: string]: number };
}

export const DEFAULT_LOCAL_VALUES: LocalValues = {
  region: 'us-east-1',
  account: '000000000000',
  apiId: 'nevermorelocal',
  userPoolId: 'us-east-1_nevermore',
  userPoolClientId: 'nevermorelocalclient',
  graphqlUrl: 'http://127.0.0.1:5174/graphql',
  functionUrlPort: 5180,
};

/** One resource, its properties resolved as they are asked for. */
export interface AttributeReader {
  readonly stack: Stack;
  readonly logicalId: string;
  readonly type: string;
  property(name: string): Resolved;
}

const named = ({ property, logicalId }: AttributeReader, name: string): string =>
  String(property(name) ?? logicalId);

const functionArn = (values: LocalValues, name: string): string =>
  `arn:aws:lambda:${values.region}:${values.account}:function:${name}`;

/** `FunctionName` of a version or an alias is a name or an ARN, and either may be written. */
const functionArnOf = (reader: AttributeReader, values: LocalValues): string => {
  const written = String(reader.property('FunctionName'));
  return written.startsWith('arn:') ? written : functionArn(values, written);
};

/** Versions of one thing, which `of` names, count in the order of the template, up to the newest. */
const versionAmong = (reader: AttributeReader, of: string, newest?: number): string => {
  const { stack, logicalId, type, property } = reader;
  const target = JSON.stringify(stack.template.Resources?.[logicalId]?.Properties?.[of]);
  const siblings = Object.entries(stack.template.Resources ?? {}).filter(
    ([, { Type, Properties }]) => Type === type && JSON.stringify(Properties?.[of]) === target,
  );
  const index = siblings.findIndex(([id]) => id === logicalId);
  if (index < 0) return String(property('Version'));
  return String((newest ?? siblings.length) - (siblings.length - 1 - index));
};
const versionOf = (reader: AttributeReader, values: LocalValues): string => {
  const arn = functionArnOf(reader, values);
  return versionAmong(reader, 'FunctionName', values.newestVersions?.[arn.slice(arn.lastIndexOf(':') + 1)]);
};
const guardrailVersionOf = (reader: AttributeReader): string => versionAmong(reader, 'GuardrailIdentifier');

type PhysicalId = (reader: AttributeReader, values: LocalValues) => Resolved;

const apiArn: PhysicalId = (_, { region, account, apiId }) =>
  `arn:aws:appsync:${region}:${account}:apis/${apiId}`;
const identityPoolId: PhysicalId = (_, { region }) => `${region}:00000000-0000-4000-8000-000000000000`;
const bucketName: PhysicalId = (reader) => named(reader, 'BucketName').toLowerCase();
const resolverFunctionId: PhysicalId = ({ stack, logicalId }) => `${stack.file}#${logicalId}`;
const stateMachineArn: PhysicalId = ({ logicalId }, { region, account }) =>
  `arn:aws:states:${region}:${account}:stateMachine:${logicalId}`;
const logGroupArn: PhysicalId = (reader, { region, account }) =>
  `arn:aws:logs:${region}:${account}:log-group:${named(reader, 'LogGroupName')}:*`;
/** AWS draws twelve small letters and digits. */
const guardrailId: PhysicalId = ({ logicalId }) =>
  createHash('sha256').update(logicalId).digest('hex').slice(0, 12);
const guardrailArn: PhysicalId = (reader, values) =>
  `arn:aws:bedrock:${values.region}:${values.account}:guardrail/${guardrailId(reader, values)}`;
/** `GuardrailIdentifier` of a version is an id or an ARN. */
const guardrailOfVersion: PhysicalId = ({ property }) =>
  String(property('GuardrailIdentifier')).replace(/^.*\//, '');
/** Both are named in small letters, and by 63 characters at most; a logical id ends in what makes it unique. */
const vectorName = (reader: AttributeReader, property: string): string =>
  named(reader, property).toLowerCase().slice(-63);
const vectorBucketArn: PhysicalId = (reader, { region, account }) =>
  `arn:aws:s3vectors:${region}:${account}:bucket/${vectorName(reader, 'VectorBucketName')}`;
/** An index names its bucket, or says its ARN. */
const vectorIndexArn: PhysicalId = (reader, { region, account }) => {
  const bucket = reader.property('VectorBucketName');
  const ofBucket =
    bucket === undefined
      ? String(reader.property('VectorBucketArn'))
      : `arn:aws:s3vectors:${region}:${account}:bucket/${bucket}`;
  return `${ofBucket}/index/${vectorName(reader, 'IndexName')}`;
};
const aliasArn: PhysicalId = (reader, values) =>
  `${functionArnOf(reader, values)}:${reader.property('Name')}`;
const localApiKey: PhysicalId = ({ logicalId }) => `da2-local${logicalId.toLowerCase().slice(-17)}`;

/** What `Ref` gives, by resource type. */
const REFS: { readonly [type: string]: PhysicalId } = {
  'Custom::AmplifyDynamoDBTable': (reader) => reader.property('tableName'),
  'AWS::AppSync::GraphQLApi': apiArn,
  'AWS::AppSync::ApiKey': localApiKey,
  'AWS::Bedrock::Guardrail': guardrailArn,
  'AWS::Bedrock::GuardrailVersion': (reader, values) =>
    `${guardrailOfVersion(reader, values)}|${guardrailVersionOf(reader)}`,
  'AWS::Cognito::UserPool': (_, { userPoolId }) => userPoolId,
  'AWS::Cognito::UserPoolClient': (_, { userPoolClientId }) => userPoolClientId,
  'AWS::Cognito::IdentityPool': identityPoolId,
  'AWS::Cognito::UserPoolGroup': (reader) => reader.property('GroupName'),
  'AWS::IAM::Role': (reader) => named(reader, 'RoleName'),
  'AWS::Lambda::Function': (reader) => named(reader, 'FunctionName'),
  'AWS::Lambda::Version': (reader, values) => `${functionArnOf(reader, values)}:${versionOf(reader, values)}`,
  'AWS::Lambda::Alias': aliasArn,
  'AWS::Lambda::LayerVersion': ({ logicalId }, { region, account }) =>
    `arn:aws:lambda:${region}:${account}:layer:${logicalId}:1`,
  'AWS::Logs::LogGroup': (reader) => named(reader, 'LogGroupName'),
  'AWS::S3::Bucket': bucketName,
  'AWS::S3Vectors::Index': vectorIndexArn,
  'AWS::S3Vectors::VectorBucket': vectorBucketArn,
  'AWS::SES::ConfigurationSet': (reader) => named(reader, 'Name'),
  'AWS::SES::EmailIdentity': (reader) => reader.property('EmailIdentity'),
  'AWS::SSM::Parameter': (reader) => named(reader, 'Name'),
  'AWS::StepFunctions::StateMachine': stateMachineArn,
};

/** What `Fn::GetAtt` gives, by `type.attribute`. */
const ATTRIBUTES: { readonly [typeAndAttribute: string]: PhysicalId } = {
  'Custom::AmplifyDynamoDBTable.TableArn': (reader, { region, account }) =>
    `arn:aws:dynamodb:${region}:${account}:table/${reader.property('tableName')}`,
  'Custom::AmplifyDynamoDBTable.TableStreamArn': (reader, { region, account }) =>
    `arn:aws:dynamodb:${region}:${account}:table/${reader.property('tableName')}/stream/local`,
  'Custom::CDKBucketDeployment.DestinationBucketArn': (reader) =>
    `arn:aws:s3:::${reader.property('DestinationBucketName')}`,
  'AWS::AppSync::GraphQLApi.ApiId': (_, { apiId }) => apiId,
  'AWS::AppSync::GraphQLApi.Arn': apiArn,
  'AWS::AppSync::GraphQLApi.GraphQLUrl': (_, { graphqlUrl }) => graphqlUrl,
  'AWS::AppSync::GraphQLApi.GraphQLEndpointArn': apiArn,
  'AWS::AppSync::ApiKey.ApiKey': localApiKey,
  'AWS::AppSync::DataSource.Name': (reader) => reader.property('Name'),
  'AWS::AppSync::FunctionConfiguration.FunctionId': resolverFunctionId,
  'AWS::Bedrock::Guardrail.GuardrailId': guardrailId,
  'AWS::Bedrock::Guardrail.GuardrailArn': guardrailArn,
  'AWS::Bedrock::Guardrail.Version': () => 'DRAFT',
  'AWS::Bedrock::GuardrailVersion.GuardrailId': guardrailOfVersion,
  'AWS::Bedrock::GuardrailVersion.Version': guardrailVersionOf,
  'AWS::Cognito::UserPool.Arn': (_, { region, account, userPoolId }) =>
    `arn:aws:cognito-idp:${region}:${account}:userpool/${userPoolId}`,
  'AWS::Cognito::UserPool.ProviderName': (_, { region, userPoolId }) =>
    `cognito-idp.${region}.amazonaws.com/${userPoolId}`,
  'AWS::IAM::Role.Arn': (reader, { account }) => `arn:aws:iam::${account}:role/${named(reader, 'RoleName')}`,
  'AWS::Lambda::Function.Arn': (reader, values) => functionArn(values, named(reader, 'FunctionName')),
  'AWS::Lambda::Version.Version': versionOf,
  'AWS::Lambda::Version.FunctionArn': (reader, values) =>
    `${functionArnOf(reader, values)}:${versionOf(reader, values)}`,
  'AWS::Lambda::Alias.AliasArn': aliasArn,
  'AWS::Lambda::Url.FunctionUrl': ({ logicalId }, { functionUrlPort, functionUrls = [] }) =>
    `http://localhost:${functionUrlPort + Math.max(0, functionUrls.indexOf(logicalId))}/`,
  'AWS::Logs::LogGroup.Arn': logGroupArn,
  'AWS::S3::Bucket.Arn': (reader, values) => `arn:aws:s3:::${bucketName(reader, values)}`,
  'AWS::S3Vectors::Index.IndexArn': vectorIndexArn,
  'AWS::S3Vectors::VectorBucket.VectorBucketArn': vectorBucketArn,
  'AWS::StepFunctions::StateMachine.Arn': stateMachineArn,
};

/** @throws UnresolvedReferenceError for a resource type that has no local `Ref` */
export function refOf(reader: AttributeReader, values: LocalValues): Resolved {
  const physical = REFS[reader.type];
  if (!physical)
    throw new UnresolvedReferenceError(`Ref ${reader.logicalId}`, reader.stack.file, reader.type);
  return physical(reader, values);
}

/** @throws UnresolvedReferenceError for an attribute that has no local value */
export function attributeOf(reader: AttributeReader, attribute: string, values: LocalValues): Resolved {
  const physical = ATTRIBUTES[`${reader.type}.${attribute}`];
  if (!physical) {
    throw new UnresolvedReferenceError(`${reader.logicalId}.${attribute}`, reader.stack.file, reader.type);
  }
  return physical(reader, values);
}
