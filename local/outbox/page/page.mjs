/**
 * The outbox in a browser: asks for what is new every second and puts it on top; what was opened stays open.
 *
 * @typedef {{ address: string, state: string, because?: string }} Result
 * @typedef {{ number: number, id: string, at: string, state: string, kind: 'mail' | 'webhook', from: string, to: string[], cc: string[], bcc: string[], replyTo: string[], subject: string, text?: string, html?: string, headers: { name: string, value: string }[], tags: { name: string, value: string }[], configurationSet?: string, attachments: { name: string, contentType: string, bytes: number }[], results: Result[], notes: string[], name: string, format?: string, body: string, answer: { status: number, text: string } }} Message
 */
import { opened } from './message.mjs';

const PAGE = 50;
const PAUSE_MS = 1_000;

const STATES = {
  sent: 'Sent',
  bounced: 'Bounced',
  suppressed: 'Suppressed',
  complained: 'Complaint',
  caught: 'Caught',
  refused: 'Refused',
  failed: 'Failed as told',
};

const list = document.querySelector('#messages');
const template = document.querySelector('#message');
const older = document.querySelector('#older');
const empty = document.querySelector('#empty');
const status = document.querySelector('#status');

let newest = 0;
let oldest = Number.POSITIVE_INFINITY;

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** Asks for messages, newest first. @param {Record<string, number>} range */
async function ask(range) {
  const query = new URLSearchParams(Object.entries(range).map(([name, value]) => [name, String(value)]));
  const response = await fetch(`outbox.json?${query}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** @param {Message} message */
function item(message) {
  const one = template.content.firstElementChild.cloneNode(true);
  const isMail = message.kind === 'mail';
  const button = one.querySelector('button');
  const panel = one.querySelector('.opened');
  const state = one.querySelector('.state');
  const when = one.querySelector('time');
  one.id = `m${message.number}`;
  panel.id = `opened-${message.number}`;
  button.id = `subject-${message.number}`;
  one.querySelector('article').setAttribute('aria-labelledby', button.id);
  button.setAttribute('aria-controls', panel.id);
  button.textContent = isMail
    ? message.subject || '(no subject)'
    : `${{ slack: 'Slack', teams: 'Teams' }[message.format] ?? 'Webhook'}: ${firstLine(message.text) || '(no text)'}`;
  state.textContent = STATES[message.state];
  state.classList.add(message.state);
  const whom = [...(message.to ?? []), ...(message.cc ?? []), ...(message.bcc ?? [])];
  one.querySelector('.whom').textContent = isMail ? `to ${whom.join(', ')}` : `at ${message.name}`;
  when.dateTime = message.at;
  when.textContent = time.format(new Date(message.at));
  const toggle = () => {
    const isOpen = panel.hidden;
    if (isOpen && panel.childElementCount === 0) panel.append(...opened(message));
    panel.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  };
  button.addEventListener('click', toggle);
  if (location.hash === `#${one.id}`) toggle();
  return one;
}

const firstLine = (/** @type {string} */ text) => text.split('\n', 1)[0]?.slice(0, 120) ?? '';

/** Shows messages at one end of the list. @param {Message[]} messages @param {'prepend' | 'append'} where */
function show(messages, where) {
  list[where](...messages.map(item));
  for (const { number } of messages) {
    newest = Math.max(newest, number);
    oldest = Math.min(oldest, number);
  }
  empty.hidden = list.childElementCount > 0;
}

/** @param {string} text */
function say(text, isLost = false) {
  status.classList.toggle('lost', isLost);
  // Said again only when it changes: a screen reader would read it each second.
  if (status.textContent !== text) status.textContent = text;
}

let isFirst = true;

async function look() {
  const { messages, more, kept, webhooks } = await ask(isFirst ? { limit: PAGE } : { after: newest });
  if (isFirst) older.hidden = more === 0;
  document.querySelector('#webhook').textContent = `${location.origin}${webhooks}review`;
  show(messages, 'prepend');
  const arrived = isFirst || messages.length === 0 ? '' : `${messages.length} new. `;
  isFirst = false;
  if (arrived || status.textContent === '' || status.classList.contains('lost'))
    say(`${arrived}${kept} ${kept === 1 ? 'message' : 'messages'} kept.`);
}

older.querySelector('button').addEventListener('click', async () => {
  try {
    const { messages, more } = await ask({ before: oldest, limit: PAGE });
    const first = list.childElementCount;
    show(messages, 'append');
    older.hidden = more === 0;
    // The button may be gone now; the reader goes on where the older ones begin.
    list.children[first]?.querySelector('button')?.focus();
  } catch {
    say('The local cloud does not answer. Is it running?', true);
  }
});

for (;;) {
  try {
    if (!document.hidden) await look();
  } catch (error) {
    const isHere = !(error instanceof TypeError) && error instanceof Error;
    say(isHere ? error.message : 'The local cloud does not answer. This page goes on when it does.', true);
  }
  await new Promise((done) => setTimeout(done, PAUSE_MS));
}
