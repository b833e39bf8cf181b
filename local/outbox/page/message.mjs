/** What a message shows when it is opened. @typedef {import('./page.mjs').Message} Message */

/** @param {string} name @param {string} text @param {Record<string, string>} attributes */
function element(name, text = '', attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

/** Terms with what belongs to each; those without are left out. @param {[string, string | string[] | undefined][]} entries */
function facts(entries) {
  const made = document.createElement('dl');
  for (const [term, values] of entries) {
    const given = [values ?? []].flat();
    if (given.length === 0) continue;
    made.append(element('dt', term), ...given.map((value) => element('dd', value)));
  }
  return made;
}

/** Text as it was sent; its web addresses can be followed. @param {string} text @param {string} label */
function plain(text, label) {
  const made = element('pre', '', { tabindex: '0', role: 'region', 'aria-label': label });
  for (const [index, part] of text.split(/(https?:\/\/[^\s<>"'|]+)/).entries())
    made.append(
      index % 2 === 0
        ? part
        : element('a', part, { href: part, target: '_blank', rel: 'noopener noreferrer' }),
    );
  return made;
}

/** @param {Message} message */
export const opened = (message) => (message.kind === 'mail' ? mail(message) : webhook(message));

/** @param {Message} message */
function mail(message) {
  const { number, subject, html, text } = message;
  const results = message.results
    .filter(({ state }) => state !== 'delivered')
    .map(({ address, state, because }) => `${address} ${state}. ${because ?? ''}`);
  return [
    facts([
      ['From', message.from],
      ['To', message.to],
      ['Cc', message.cc],
      ['Bcc', message.bcc],
      ['Reply to', message.replyTo],
      [
        'What became of it',
        results.length > 0 ? results : 'Delivered to everybody, as far as the local cloud knows.',
      ],
      ['Tags', message.tags.map(({ name, value }) => `${name} = ${value}`)],
      ['Configuration set', message.configurationSet],
      ['Headers', message.headers.map(({ name, value }) => `${name}: ${value}`)],
      [
        'Attachments',
        message.attachments.map(
          ({ name, contentType, bytes }) => `${name} (${contentType}, ${bytes} bytes; not kept)`,
        ),
      ],
      ['Note', message.notes],
      ['Message id', message.id],
    ]),
    element('h3', 'As mail'),
    html === undefined
      ? element('p', 'It has no HTML.')
      : element('iframe', '', {
          src: `outbox/${number}.html`,
          title: `Mail: ${subject}`,
          // No scripts, no forms, no origin of its own; a link opens a window that is free of this frame.
          sandbox: 'allow-popups allow-popups-to-escape-sandbox',
          referrerpolicy: 'no-referrer',
        }),
    element('h3', 'As text'),
    text === undefined ? element('p', 'It has no plain text.') : plain(text, `Text: ${subject}`),
  ];
}

/** @param {Message} message */
function webhook({ name, format, text, body, answer, notes, id, number }) {
  let posted = body;
  try {
    posted = JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    // Then it is shown as it came, and a note says that it is no JSON.
  }
  return [
    facts([
      ['Webhook', name],
      ['Taken as', { slack: 'a message for Slack', teams: 'a message for Teams' }[format]],
      ['Answer', `${answer.status} ${answer.text}`],
      ['Note', notes],
      ['Message id', id],
    ]),
    element('h3', 'As text'),
    plain(text, `Text of message ${number}`),
    element('h3', 'As posted'),
    plain(posted, `Body of message ${number}`),
  ];
}
