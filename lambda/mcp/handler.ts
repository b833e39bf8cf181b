import { countIn } from '../allowance';
import { graphqlAs } from '../appsync';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { warn } from '../warn';
import { openDoor } from './door';
import { bytesOf, type HttpEvent, type HttpResult, requestOf, resultOf } from './httpEvent';
import { libraryOf } from './library';
import { tokenVerifier } from './tokens';

const {
  AWS_REGION: region,
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito = `https://cognito-idp.${region}.amazonaws.com`,
  ASSISTANT_CLIENT: assistantClient,
  ASSISTANT_SIGN_IN: signInPage = '',
  ASSISTANT_CALLBACKS: callbacks = '',
  APP_URL: appUrl,
} = process.env;
const userPool = required('USER_POOL_ID');
const graphqlUrl = required('GRAPHQL_URL');

/** More than an assistant asks in a minute, and too few to read an archive out in an hour unseen. */
const ALLOWANCE = { of: 'requests', most: 300, seconds: 60 };

const open = openDoor({
  verifier: tokenVerifier({
    issuer: `https://cognito-idp.${region}.amazonaws.com/${userPool}`,
    jwksUrl: `${cognito}/${userPool}/.well-known/jwks.json`,
    appClient: required('APP_CLIENT'),
    otherClients: assistantClient ? [assistantClient] : [],
  }),
  authorizationServer: `${cognito}/${userPool}`,
  signIn: assistantClient
    ? { clientId: assistantClient, page: signInPage, callbacks: callbacks.split(',') }
    : undefined,
  pages: appUrl ? [new URL(appUrl).hostname] : [],
  count: countIn(required('UPKEEP_TABLE'), dynamoDb(), ALLOWANCE),
  libraryFor: (token, caller) => libraryOf(graphqlAs(graphqlUrl, token), caller),
  warn,
});

/** The Lambda function behind `POST /mcp`. */
export const handler = async (event: HttpEvent): Promise<HttpResult> =>
  resultOf(await open(requestOf(event), bytesOf(event)));
