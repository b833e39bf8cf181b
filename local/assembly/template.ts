/** A CloudFormation value before its intrinsics are resolved. */
export type Expression =
  | string
  | number
  | boolean
  | null
  | Expression[]
  | { readonly [key: string]: Expression };

/** A value after resolution; `undefined` is what `AWS::NoValue` leaves behind. */
export type Resolved =
  | string
  | number
  | boolean
  | null
  | undefined
  | Resolved[]
  | { [key: string]: Resolved };

export interface Resource {
  readonly Type: string;
  readonly Properties?: { readonly [name: string]: Expression };
  readonly DependsOn?: string | readonly string[];
}

/** The part of a CloudFormation template that the local cloud reads. */
export interface Template {
  readonly Resources?: { readonly [logicalId: string]: Resource };
  readonly Parameters?: { readonly [name: string]: { readonly Default?: Expression } };
  readonly Conditions?: { readonly [name: string]: Expression };
  readonly Outputs?: { readonly [name: string]: { readonly Value: Expression } };
}

export const isRecord = (value: unknown): value is { readonly [key: string]: never } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
