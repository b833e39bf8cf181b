/// <reference types="vite/client" />

/** Written by `npm start` or `ampx`, and not in the repository. */
declare module '*/amplify_outputs.json' {
  const outputs: {
    version: string;
    auth: unknown;
    data: { url: string };
    custom?: {
      models?: import('../domain/enhancement/modelRoles').AnsweringModels;
      codesAppearIn?: string;
      /** How long reviews wait, in seconds. */
      waiting?: import('../domain/humanReview').Waiting;
      /** A page that lists durable executions, where there is one. */
      executions?: string;
    };
  };
  export default outputs;
}

interface ImportMetaEnv {
  /** Where the user pool answers, when that is not AWS. */
  readonly VITE_COGNITO_ENDPOINT?: string;
}
