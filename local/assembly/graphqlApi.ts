import { readFileSync } from 'node:fs';
import { objectOf, only, type Resources, type ResourceView, textsOf } from './resources';
import type {
  AuthenticationType,
  DataSource,
  GraphqlApi,
  Handlers,
  Resolver,
  ResolverFunction,
  TableDefinition,
} from './types';

/** Reads the AppSync API: schema, data sources, functions and resolvers. */
export function readGraphqlApi(resources: Resources): GraphqlApi {
  const api = only(resources, 'AWS::AppSync::GraphQLApi');
  const defaultAuthentication = api.text('AuthenticationType') as AuthenticationType;
  const additional = (api.value('AdditionalAuthenticationProviders') ?? []) as {
    AuthenticationType: AuthenticationType;
  }[];
  const asset = (location: unknown) => readFileSync(resources.tree.assetPath(location), 'utf8');
  const schema = only(resources, 'AWS::AppSync::GraphQLSchema');
  const located = (view: ResourceView, inline: string, s3Location: string): string | undefined => {
    const text = view.value(inline);
    if (typeof text === 'string') return text;
    return view.raw(s3Location) === undefined ? undefined : asset(view.value(s3Location));
  };

  const handlersOf = (view: ResourceView): Handlers => {
    const { Name: runtime } = objectOf(view.value('Runtime'));
    if (runtime === 'APPSYNC_JS') {
      return { runtime, code: located(view, 'Code', 'CodeS3Location') ?? '' };
    }
    if (runtime !== undefined) return { runtime: 'UNSUPPORTED', awsRuntime: String(runtime) };
    return {
      runtime: 'VTL',
      request: located(view, 'RequestMappingTemplate', 'RequestMappingTemplateS3Location'),
      response: located(view, 'ResponseMappingTemplate', 'ResponseMappingTemplateS3Location'),
    };
  };

  return {
    id: api.attribute('ApiId'),
    arn: api.ref(),
    url: api.attribute('GraphQLUrl'),
    defaultAuthentication,
    authentications: [defaultAuthentication, ...additional.map((mode) => mode.AuthenticationType)],
    apiKeys: resources.ofType('AWS::AppSync::ApiKey').map((key) => key.attribute('ApiKey')),
    schema: located(schema, 'Definition', 'DefinitionS3Location') ?? '',
    dataSources: resources.ofType('AWS::AppSync::DataSource').map(readDataSource),
    functions: resources.ofType('AWS::AppSync::FunctionConfiguration').map(
      (view): ResolverFunction => ({
        id: view.attribute('FunctionId'),
        name: view.text('Name'),
        dataSource: view.text('DataSourceName'),
        handlers: handlersOf(view),
      }),
    ),
    resolvers: resources.ofType('AWS::AppSync::Resolver').map((view): Resolver => {
      const common = {
        typeName: view.text('TypeName'),
        fieldName: view.text('FieldName'),
        handlers: handlersOf(view),
      };
      if (view.value('Kind') !== 'PIPELINE') {
        return { ...common, kind: 'UNIT', dataSource: view.text('DataSourceName') };
      }
      const functionIds = textsOf(objectOf(view.value('PipelineConfig')).Functions);
      return { ...common, kind: 'PIPELINE', functionIds };
    }),
  };
}

function readDataSource(view: ResourceView): DataSource {
  const name = view.text('Name');
  const awsType = view.text('Type');
  switch (awsType) {
    case 'NONE':
      return { name, type: 'NONE' };
    case 'AMAZON_DYNAMODB':
      return { name, type: awsType, tableName: String(objectOf(view.value('DynamoDBConfig')).TableName) };
    case 'AWS_LAMBDA': {
      const functionArn = String(objectOf(view.value('LambdaConfig')).LambdaFunctionArn);
      return { name, type: awsType, functionArn };
    }
    default:
      return { name, type: 'UNSUPPORTED', awsType };
  }
}

/** Reads the tables behind the models. */
export function readTables(resources: Resources): TableDefinition[] {
  const properties = ['tableName', 'attributeDefinitions', 'keySchema', 'globalSecondaryIndexes'];
  return resources.ofType('Custom::AmplifyDynamoDBTable').map((view) => {
    const timeToLive = objectOf(view.value('timeToLiveSpecification'));
    return {
      ...Object.fromEntries(
        properties.map((name) => [name, view.value(name)]).filter(([, value]) => value !== undefined),
      ),
      ...(timeToLive.enabled === true && { timeToLiveAttribute: timeToLive.attributeName }),
    } as unknown as TableDefinition;
  });
}
