import { type DirectiveNode, valueFromASTUntyped } from 'graphql';
import type { AuthenticationType } from '../assembly';

/** SDL of the directives that AppSync understands. */
export const DIRECTIVES_SDL = `
directive @aws_api_key on FIELD_DEFINITION | OBJECT
directive @aws_iam on FIELD_DEFINITION | OBJECT
directive @aws_oidc on FIELD_DEFINITION | OBJECT
directive @aws_lambda on FIELD_DEFINITION | OBJECT
directive @aws_cognito_user_pools(cognito_groups: [String!]) on FIELD_DEFINITION | OBJECT
directive @aws_auth(cognito_groups: [String!]) on FIELD_DEFINITION | OBJECT
directive @aws_subscribe(mutations: [String!]) on FIELD_DEFINITION
`;

const MODES: { readonly [directive: string]: AuthenticationType } = {
  aws_api_key: 'API_KEY',
  aws_iam: 'AWS_IAM',
  aws_oidc: 'OPENID_CONNECT',
  aws_lambda: 'AWS_LAMBDA',
  aws_cognito_user_pools: 'AMAZON_COGNITO_USER_POOLS',
  aws_auth: 'AMAZON_COGNITO_USER_POOLS',
};

/** Whatever carries directives: a type or a field of the schema. */
interface Annotated {
  readonly astNode?: { readonly directives?: readonly DirectiveNode[] } | null;
}

/** One way in: a mode, and the groups it is narrowed to (none means every caller of that mode). */
export interface AccessRule {
  readonly mode: AuthenticationType;
  readonly groups: readonly string[];
}

const argumentOf = (directive: DirectiveNode, name: string): readonly string[] => {
  const argument = directive.arguments?.find((candidate) => candidate.name.value === name);
  return argument ? (valueFromASTUntyped(argument.value) as string[]) : [];
};

const rulesOf = (directives: readonly DirectiveNode[] | undefined): AccessRule[] =>
  (directives ?? []).flatMap((directive) => {
    const mode = MODES[directive.name.value];
    return mode === undefined ? [] : [{ mode, groups: argumentOf(directive, 'cognito_groups') }];
  });

/** The rules of a field: its own, else its type's, else the API's default mode. */
export function accessRules(
  type: Annotated,
  field: Annotated,
  defaultMode: AuthenticationType,
): readonly AccessRule[] {
  const own = rulesOf(field.astNode?.directives);
  if (own.length > 0) return own;
  const ofType = rulesOf(type.astNode?.directives);
  return ofType.length > 0 ? ofType : [{ mode: defaultMode, groups: [] }];
}

/** The mutations whose results a subscription field delivers. */
export const subscribedMutations = (field: Annotated): readonly string[] =>
  (field.astNode?.directives ?? [])
    .filter((directive) => directive.name.value === 'aws_subscribe')
    .flatMap((directive) => argumentOf(directive, 'mutations'));
