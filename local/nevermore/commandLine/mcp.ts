import { fetchAuthSession } from 'aws-amplify/auth';
import { StateFolder } from '../../stateFolder';
import { runCommand } from './command';
import { NoMcpServerError } from './errors';
import { linesOf } from './lines';
import { bridge } from './mcpBridge';
import { signInTo } from './session';

/**
 * `npm run --silent mcp`: the running local cloud's MCP server on standard input and output, for assistants on this
 * computer that start their servers themselves. Signed in as the demo account, or as `NEVERMORE_EMAIL` with
 * `NEVERMORE_PASSWORD`. Standard output holds the protocol and nothing else; what goes wrong is on standard error.
 */
async function main(): Promise<void> {
  const cloud = StateFolder.ofEnvironment(process.env).runningCloud();
  if (!cloud.mcp) throw new NoMcpServerError();
  const { NEVERMORE_EMAIL: email, NEVERMORE_PASSWORD: password } = process.env;
  await signInTo(email && password ? { ...cloud, demo: { email, password } } : cloud);
  await bridge(linesOf(process.stdin), (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`), {
    url: cloud.mcp,
    // Amplify renews it when it is about to expire.
    token: async () => String((await fetchAuthSession()).tokens?.accessToken),
  });
}

runCommand(main);
