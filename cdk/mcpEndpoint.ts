import { Fn } from 'aws-cdk-lib';
import { FunctionUrlAuthType, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/**
 * The address of a function that speaks MCP: a function URL, open to whoever sends a request, as the function itself
 * checks the bearer's token. No page of a browser is a client of it, so there is no CORS.
 */
export class McpEndpoint extends Construct {
  /** Where assistants post to. */
  readonly url: string;

  constructor(scope: Construct, id: string, speaks: IFunction) {
    super(scope, id);
    const { url } = speaks.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
    this.url = Fn.join('', [url, 'mcp']);
  }
}
