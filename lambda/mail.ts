import { isOfGateway, SendFailedError } from './humanReview/deliveries';
import { refusalIn, signedPost } from './signedPost';

/** A mail of plain text, to one person. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** What names it among all mails, by tags of SES: it comes back with a bounce. */
  tags: Readonly<Record<string, string>>;
}

/** Hands a mail to Amazon SES. Answers the message id. @throws SendFailedError */
export type SendMail = (mail: Mail) => Promise<string>;

const endpointOf = (environment: NodeJS.ProcessEnv) =>
  (
    environment.AWS_ENDPOINT_URL_SESV2 ??
    environment.AWS_ENDPOINT_URL ??
    `https://email.${environment.AWS_REGION}.amazonaws.com`
  ).replace(/\/$/, '');

/** What SES answers when it would take the mail another time. Everything else stays as it is. */
const PASSING = new Set([
  'TooManyRequestsException',
  'LimitExceededException',
  'InternalFailure',
  'ServiceUnavailable',
]);

/** SES takes letters, digits, hyphens and underscores, at most 256. */
const tagValue = (tag: string): string => tag.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 256);

/**
 * `SendEmail` of SES version 2: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 * @param from a verified address; @param configurationSet where SES tells bounces
 */
export const mailThroughSes =
  (
    from: string,
    configurationSet: string | undefined,
    post = signedPost(`${endpointOf(process.env)}/v2/email/outbound-emails`, 'ses'),
  ): SendMail =>
  async ({ to, subject, text, tags }) => {
    const content = (data: string) => ({ Data: data, Charset: 'UTF-8' });
    const body = {
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: content(subject), Body: { Text: content(text) } } },
      EmailTags: Object.entries(tags).map(([Name, value]) => ({ Name, Value: tagValue(value) })),
      ...(configurationSet && { ConfigurationSetName: configurationSet }),
    };
    const response = await post({ 'content-type': 'application/json' }, JSON.stringify(body)).catch(
      (cause: unknown) => {
        throw new SendFailedError(
          'Amazon SES did not answer.',
          { mayHaveLeft: true, isLasting: false },
          { cause },
        );
      },
    );
    const answer = (await response.json().catch(() => ({}))) as { MessageId?: string; message?: string };
    if (response.ok && answer.MessageId) return answer.MessageId;
    if (response.ok || isOfGateway(response))
      throw new SendFailedError(`Amazon SES did not say whether it took the mail (${response.status}).`, {
        mayHaveLeft: true,
        isLasting: false,
      });
    const type = refusalIn(response);
    const isPassing = PASSING.has(type) || (response.status >= 500 && response.status !== 501);
    throw new SendFailedError(
      `Amazon SES did not take the mail (${type}): ${answer.message ?? 'it did not say why'}`,
      { mayHaveLeft: false, isLasting: !isPassing },
    );
  };
