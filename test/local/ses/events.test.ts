import { Outbox } from '../../../local/outbox';
import { createSes } from '../../../local/ses';
import { until } from '../cloud/processes';
import { type Sender, sender } from './sender';

// biome-ignore lint/suspicious/noExplicitAny: events as a function gets them.
type Event = any;

const EVENT_BRIDGE = { service: 'EventBridge', eventTypes: ['BOUNCE', 'COMPLAINT', 'DELIVERY'] };
const sets = [
  { name: 'feedback', destinations: [EVENT_BRIDGE] },
  { name: 'all', destinations: [{ service: 'EventBridge', eventTypes: ['SEND', 'DELIVERY'] }] },
  { name: 'topic', destinations: [{ service: 'Sns', eventTypes: ['BOUNCE'] }] },
  { name: 'quiet', destinations: [] },
];
const at = (...names: string[]) => ({
  Destination: { ToAddresses: names.map((name) => `${name}@simulator.amazonses.com`) },
});

let mail: Sender;
let events: Event[];
beforeEach(async () => {
  mail = await sender({ sets });
  events = [];
});
afterEach(() => mail.close());
const put = async (event: object) => void events.push(event);

test('a bounce is told as EventBridge gives it out on AWS', async () => {
  await mail.ses.publishTo(put);
  const { body } = await mail.send({
    ...at('bounce'),
    ConfigurationSetName: 'feedback',
    EmailTags: [{ Name: 'review', Value: 'r-7' }],
  });
  await until(() => events.length > 0);
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    version: '0',
    'detail-type': 'Email Bounced',
    source: 'aws.ses',
    account: '000000000000',
    region: 'us-east-1',
    resources: ['arn:aws:ses:us-east-1:000000000000:configuration-set/feedback'],
    detail: {
      eventType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [
          { emailAddress: 'bounce@simulator.amazonses.com', action: 'failed', status: '5.1.1' },
        ],
      },
      mail: {
        messageId: body.MessageId,
        source: 'raven@example.com',
        destination: ['bounce@simulator.amazonses.com'],
        commonHeaders: { subject: 'Nevermore' },
        tags: { review: ['r-7'], 'ses:configuration-set': ['feedback'] },
      },
    },
  });
});

test('each recipient who bounced or complained is told of, and who got it, together', async () => {
  await mail.ses.publishTo(put);
  await mail.send({
    ...at('bounce', 'suppressionlist', 'complaint', 'success'),
    ConfigurationSetName: 'feedback',
  });
  await until(() => events.length === 4);
  expect(events.map((event) => event['detail-type']).sort()).toEqual([
    'Email Bounced',
    'Email Bounced',
    'Email Complaint Received',
    'Email Delivered',
  ]);
  const [suppressed] = events.filter(({ detail }) => detail.bounce?.bounceSubType === 'Suppressed');
  expect(suppressed.detail.bounce.bouncedRecipients[0].emailAddress).toMatch(/^suppressionlist@/);
  const [delivered] = events.filter(({ detail }) => detail.delivery);
  expect(delivered.detail.delivery.recipients).toEqual([
    'complaint@simulator.amazonses.com',
    'success@simulator.amazonses.com',
  ]);
});

test('only what the destination asks for is told, and nothing without a configuration set', async () => {
  await mail.ses.publishTo(put);
  await mail.send(at('bounce'));
  await mail.send({ ...at('bounce'), ConfigurationSetName: 'quiet' });
  await mail.send({ ...at('success'), ConfigurationSetName: 'all' });
  await until(() => events.length === 2);
  expect(events.map(({ detail }) => detail.eventType)).toEqual(['Send', 'Delivery']);
});

test('a destination that is not served is named at the message', async () => {
  await mail.send({ ...at('bounce'), ConfigurationSetName: 'topic' });
  expect(mail.newest().notes).toEqual([
    'On AWS, Sns would be told (Bounce). The local cloud tells EventBridge only.',
  ]);
  await mail.send({ ...at('success'), ConfigurationSetName: 'topic' });
  expect(mail.newest().notes).toEqual([]);
});

test('an event that nobody was told of before the process died is told by the next one, and then never again', async () => {
  await mail.send({ ...at('bounce'), ConfigurationSetName: 'feedback' });
  const next = () =>
    createSes({
      mailIdentities: [],
      configurationSets: sets,
      region: 'us-east-1',
      account: '000000000000',
      outbox: new Outbox(mail.folder),
      onError: () => expect('no error').toBe('told'),
    });
  await next().publishTo(put);
  expect(events.map(({ detail }) => detail.eventType)).toEqual(['Bounce']);
  await next().publishTo(put);
  expect(events).toHaveLength(1);
});
