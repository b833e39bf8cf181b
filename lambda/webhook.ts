import { isOfGateway, SendFailedError } from './humanReview/deliveries';

/** Posts a text to the team's channel. @throws SendFailedError */
export type PostToChannel = (message: { subject: string; text: string }) => Promise<void>;

/** How long a channel may take to answer, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** Slack cuts a longer text: https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
const LONGEST = 4_000;

/**
 * An incoming webhook of Slack, or of a Teams workflow: both take a POST of JSON, each its own. Which it is, its
 * address says.
 */
export const channelAt =
  (url: string, fetchIt: typeof fetch = fetch): PostToChannel =>
  async (message) => {
    const failed = (what: string, is: SendFailedError['is'], options?: ErrorOptions) =>
      new SendFailedError(`The channel did not take the message (${what}).`, is, options);
    const response = await fetchIt(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(isSlack(url) ? forSlack(message) : forTeams(message)),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((cause: unknown) => {
      throw failed('no answer', { mayHaveLeft: true, isLasting: false }, { cause });
    });
    if (response.ok) return;
    const isPassing = response.status === 429 || response.status >= 500;
    const mayHaveLeft = isOfGateway(response);
    throw failed(`it answered ${response.status}`, { mayHaveLeft, isLasting: !isPassing });
  };

const isSlack = (url: string): boolean => /slack/i.test(new URL(url).host + new URL(url).pathname);

/** Slack reads `<…>` and `&` as its own marks. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const forSlack = ({ subject, text }: { subject: string; text: string }) => ({
  text: `*${escaped(subject)}*\n${escaped(text)}`.slice(0, LONGEST),
});

/** https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using */
const forTeams = ({ subject, text }: { subject: string; text: string }) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          { type: 'TextBlock', text: subject, weight: 'Bolder', wrap: true },
          { type: 'TextBlock', text: text.slice(0, LONGEST), wrap: true },
        ],
      },
    },
  ],
});
