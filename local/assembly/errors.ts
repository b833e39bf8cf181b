/** Anything that keeps the local cloud from reading or making the CloudFormation assembly. */
export class AssemblyError extends Error {
  override readonly name: string = 'AssemblyError';
}

/** The Amplify backend could not be turned into CloudFormation. `stderr` is what the synth printed. */
export class SynthesisError extends AssemblyError {
  override readonly name = 'SynthesisError';
  constructor(
    readonly stderr: string,
    readonly exitCode: number | null,
  ) {
    super(
      `The Amplify backend did not synthesize (exit code ${exitCode}). Fix what it reports below, or run ` +
        `"npm ci" if a package is missing, then start again.\n\n${stderr.trim()}`,
    );
  }
}

/** A file of the assembly is missing or not what CDK writes. */
export class AssemblyFormatError extends AssemblyError {
  override readonly name = 'AssemblyFormatError';
  constructor(what: string, options?: ErrorOptions) {
    super(`${what} Delete the synthesized folder (npm run reset) and start again.`, options);
  }
}

/** A template uses an intrinsic function that this reader does not know. */
export class UnsupportedIntrinsicError extends AssemblyError {
  override readonly name = 'UnsupportedIntrinsicError';
  constructor(
    readonly intrinsic: string,
    readonly template: string,
  ) {
    super(`${intrinsic} in ${template} is not supported locally. Teach it to local/assembly/intrinsics.ts.`);
  }
}

/** A template refers to a resource, attribute or parameter for which there is no local value. */
export class UnresolvedReferenceError extends AssemblyError {
  override readonly name = 'UnresolvedReferenceError';
  constructor(
    readonly reference: string,
    readonly template: string,
    readonly resourceType?: string,
  ) {
    super(
      `${reference}${resourceType ? ` (${resourceType})` : ''} in ${template} has no local value. ` +
        'Teach it to local/assembly/physicalIds.ts.',
    );
  }
}

/** A function's role carries an AWS managed policy whose statements are not written down here. */
export class UnsupportedManagedPolicyError extends AssemblyError {
  override readonly name = 'UnsupportedManagedPolicyError';
  constructor(
    readonly policyArn: string,
    readonly role: string,
  ) {
    super(`Role ${role} uses ${policyArn}: write its statements down in local/assembly/managedPolicies.ts.`);
  }
}
