// Stands for @aws-sdk/client-lambda in the bundle of a durable function. The durable-execution SDK imports all of
// it at run time to make two calls, so that a bundler cannot see what it leaves out: eighty operations, their
// waiters and their paginators, a sixteenth of the bundle. A test holds this list against the SDK.
export { CheckpointDurableExecutionCommand } from '../node_modules/@aws-sdk/client-lambda/dist-es/commands/CheckpointDurableExecutionCommand.js';
export { GetDurableExecutionStateCommand } from '../node_modules/@aws-sdk/client-lambda/dist-es/commands/GetDurableExecutionStateCommand.js';
export { LambdaClient } from '../node_modules/@aws-sdk/client-lambda/dist-es/LambdaClient.js';
