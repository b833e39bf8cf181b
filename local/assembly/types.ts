import type { EventPattern } from '../triggers/eventPattern';

/** The parts of a synthesized Amplify backend that the local cloud serves, every reference resolved. */
export interface Assembly {
  /** Absolute path of the assembly. */
  readonly directory: string;
  readonly region: string;
  readonly account: string;
  readonly api: GraphqlApi;
  readonly tables: readonly TableDefinition[];
  readonly userPool: UserPool;
  readonly userPoolClient: UserPoolClient;
  /** The backend's own functions; those that only serve CloudFormation's custom resources are left out. */
  readonly functions: readonly LambdaFunction[];
  readonly schedules: readonly Schedule[];
  readonly streamMappings: readonly StreamMapping[];
  readonly parameters: readonly SsmParameter[];
  readonly buckets: readonly Bucket[];
  readonly vectorBuckets: readonly VectorBucketDefinition[];
  readonly vectorIndexes: readonly VectorIndexDefinition[];
  readonly guardrails: readonly Guardrail[];
  readonly mailIdentities: readonly MailIdentity[];
  readonly configurationSets: readonly ConfigurationSet[];
  readonly eventRules: readonly EventRule[];
  readonly functionUrls: readonly FunctionUrl[];
  /** Outputs of the root stack, which is what `ampx` reads. */
  readonly outputs: { readonly [name: string]: string };
  /** Absolute path of `modelIntrospectionSchema.json`. */
  readonly modelIntrospectionPath: string;
}

/** A schedule that calls a function (`AWS::Scheduler::Schedule`, or a scheduled `AWS::Events::Rule`). */
export interface Schedule {
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly account: string;
  /** Such as `rate(5 minutes)` or `cron(0 9 ? * MON *)`. */
  readonly expression: string;
  readonly timezone: string;
  readonly functionArn: string;
  /** What the function gets; the scheduler's own event where the template names nothing. */
  readonly input?: unknown;
}

/** A parameter of Systems Manager (`AWS::SSM::Parameter`). */
export interface SsmParameter {
  readonly name: string;
  /** `String` or `StringList`; CloudFormation makes no secret ones. */
  readonly type: string;
  /** Or why it has none here: told when somebody asks for it. */
  readonly value: { readonly text: string } | { readonly missing: string };
}

/** An `AWS::S3::Bucket`. */
export interface Bucket {
  readonly name: string;
  /** Absolute paths of folders whose files a deployment puts into it (`Custom::CDKBucketDeployment`). */
  readonly deployedFrom: readonly string[];
}

/** An `AWS::S3Vectors::VectorBucket`. */
export interface VectorBucketDefinition {
  readonly name: string;
}

/** An `AWS::S3Vectors::Index`. */
export interface VectorIndexDefinition {
  /** Name of its vector bucket. */
  readonly bucket: string;
  readonly name: string;
  readonly dimension: number;
  readonly metric: 'cosine' | 'euclidean';
  /** Names of metadata that are kept and cannot be filtered by. */
  readonly notFilterable: readonly string[];
}

/** An address or a domain to send mail from (`AWS::SES::EmailIdentity`). */
export interface MailIdentity {
  readonly name: string;
  /** Of mail that names none. */
  readonly configurationSet?: string;
}

/** An `AWS::SES::ConfigurationSet`. */
export interface ConfigurationSet {
  readonly name: string;
  /** Who is told what becomes of a mail; those that are switched off are left out. */
  readonly destinations: readonly {
    /** Such as `EventBridge` or `Sns`. */
    readonly service: string;
    /** In capitals without underscores, such as `BOUNCE` or `DELIVERYDELAY`. */
    readonly eventTypes: readonly string[];
  }[];
}

/** A rule of EventBridge that calls functions when an event fits (`AWS::Events::Rule` with a pattern). */
export interface EventRule {
  readonly name: string;
  readonly pattern: EventPattern;
  readonly targets: readonly {
    readonly functionArn: string;
    /** What the function gets instead of the event. */
    readonly input?: unknown;
    /** The property that would make something else of the event, which is not served. */
    readonly shapedBy?: string;
  }[];
}

/** An address under which a function is asked by HTTP (`AWS::Lambda::Url`). */
export interface FunctionUrl {
  readonly logicalId: string;
  /** Ends in a slash. */
  readonly url: string;
  readonly functionArn: string;
  readonly qualifier?: string;
  /** Whether a permission lets everybody in; without one the service lets in nobody. */
  readonly isOpen: boolean;
  /** What of it the local cloud does not know, by its names. */
  readonly unserved: readonly string[];
}

/** What a guardrail does about something, in the template's words. */
export type GuardrailAction = 'BLOCK' | 'ANONYMIZE' | 'NONE';

/** What is done about it in what is sent to a model, and in its answer; missing where it is not looked for. */
export interface GuardrailSides {
  readonly input?: GuardrailAction;
  readonly output?: GuardrailAction;
}

/** An `AWS::Bedrock::Guardrail`, with the policies that a program can apply. */
export interface Guardrail {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** Of its `AWS::Bedrock::GuardrailVersion`s; `DRAFT` is there always. */
  readonly versions: readonly string[];
  readonly blockedInput: string;
  readonly blockedOutput: string;
  readonly words: readonly (GuardrailSides & { readonly text: string })[];
  readonly personalData: readonly (GuardrailSides & { readonly type: string })[];
  readonly patterns: readonly (GuardrailSides & { readonly name: string; readonly pattern: string })[];
  /** Policies that need a model or a list of AWS's, by their names: `content filter HATE`. */
  readonly others: readonly string[];
}

/** A function that gets the changes of a table (`AWS::Lambda::EventSourceMapping` of a DynamoDB stream). */
export interface StreamMapping {
  readonly id: string;
  readonly tableName: string;
  readonly streamArn: string;
  readonly viewType: string;
  readonly functionArn: string;
  readonly batchSize: number;
  /** A change is delivered when it fits one of them; every change when there are none. */
  readonly patterns: readonly EventPattern[];
}

/** How a caller proves who it is, in AppSync's own names. */
export type AuthenticationType =
  | 'AMAZON_COGNITO_USER_POOLS'
  | 'AWS_IAM'
  | 'API_KEY'
  | 'OPENID_CONNECT'
  | 'AWS_LAMBDA';

export interface GraphqlApi {
  readonly id: string;
  readonly arn: string;
  readonly url: string;
  readonly defaultAuthentication: AuthenticationType;
  /** Every mode the API accepts, the default first. */
  readonly authentications: readonly AuthenticationType[];
  readonly apiKeys: readonly string[];
  /** GraphQL SDL with AppSync's directives. */
  readonly schema: string;
  readonly dataSources: readonly DataSource[];
  readonly functions: readonly ResolverFunction[];
  readonly resolvers: readonly Resolver[];
}

export type DataSource =
  | { readonly name: string; readonly type: 'AMAZON_DYNAMODB'; readonly tableName: string }
  | { readonly name: string; readonly type: 'AWS_LAMBDA'; readonly functionArn: string }
  | { readonly name: string; readonly type: 'NONE' }
  /** Loaded, so that an API with one more kind of source still starts; refused by name when used. */
  | { readonly name: string; readonly type: 'UNSUPPORTED'; readonly awsType: string };

/** The handlers of a resolver or of one function of a pipeline. */
export type Handlers =
  | { readonly runtime: 'VTL'; readonly request?: string; readonly response?: string }
  | { readonly runtime: 'APPSYNC_JS'; readonly code: string }
  | { readonly runtime: 'UNSUPPORTED'; readonly awsRuntime: string };

export interface ResolverFunction {
  readonly id: string;
  readonly name: string;
  readonly dataSource: string;
  readonly handlers: Handlers;
}

export type Resolver = {
  readonly typeName: string;
  readonly fieldName: string;
  readonly handlers: Handlers;
} & (
  | { readonly kind: 'UNIT'; readonly dataSource: string }
  | { readonly kind: 'PIPELINE'; readonly functionIds: readonly string[] }
);

/** A `Custom::AmplifyDynamoDBTable` in the words of its own properties. */
export interface TableDefinition {
  readonly tableName: string;
  readonly attributeDefinitions: readonly { attributeName: string; attributeType: 'S' | 'N' | 'B' }[];
  readonly keySchema: readonly KeyElement[];
  readonly globalSecondaryIndexes?: readonly {
    indexName: string;
    keySchema: readonly KeyElement[];
    projection: { projectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; nonKeyAttributes?: readonly string[] };
  }[];
  /** In which items say, in seconds since 1970, when they may go. */
  readonly timeToLiveAttribute?: string;
}

export interface KeyElement {
  readonly attributeName: string;
  readonly keyType: 'HASH' | 'RANGE';
}

export interface UserPool {
  readonly id: string;
  readonly passwordPolicy: PasswordPolicy;
  readonly usernameAttributes: readonly string[];
  readonly autoVerifiedAttributes: readonly string[];
  readonly allowAdminCreateUserOnly: boolean;
  readonly groups: readonly string[];
}

export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireLowercase: boolean;
  readonly requireUppercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
}

export interface UserPoolClient {
  readonly id: string;
  /** Such as `ALLOW_USER_SRP_AUTH`. */
  readonly explicitAuthFlows: readonly string[];
  readonly preventUserExistenceErrors: boolean;
}

/** A statement of an IAM policy as the template writes it, references resolved. */
export interface PolicyStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: unknown;
  readonly Sid?: string;
}

export interface LambdaFunction {
  readonly logicalId: string;
  readonly name: string;
  /** Unqualified ARN. */
  readonly arn: string;
  /** Absolute path of the bundle's folder. */
  readonly assetDir: string;
  /** `file.export`, such as `index.handler`. */
  readonly handler: string;
  readonly environment: { readonly [name: string]: string };
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Such as `nodejs22.x`. */
  readonly runtime: string;
  readonly durable?: { readonly executionTimeoutSeconds: number; readonly retentionDays: number };
  readonly versions: readonly { readonly version: string; readonly arn: string }[];
  readonly aliases: readonly { readonly name: string; readonly version: string; readonly arn: string }[];
  readonly roleName: string;
  readonly roleArn: string;
  readonly roleStatements: readonly PolicyStatement[];
}
