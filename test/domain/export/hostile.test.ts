import { EXPORTS } from '../../../domain/export';
import { MOST_IN_A_MESSAGE } from '../../../domain/export/slackMessages';
import { emptyPostMortem } from '../../../domain/postMortem';
import type { AuthoredContent } from '../../../domain/postMortem/fields';
import { SECTION_IDS } from '../../../domain/sections';

const HOSTILE = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '[click](javascript:alert(1)) [c](JaVa&#115;cript:x) <javascript:x> [d](data:text/html,x)',
  '![pixel](https://evil.test/p.png) ![b][ref]\n\n[ref]: https://evil.test/q.png',
  '@channel @here @everyone <!channel> <!here|here> <@U123> <#C1>',
  '"><svg/onload=x> ]]> {html}x{html} </ac:plain-text-body>',
  '<ac:structured-macro ac:name="html"><ac:plain-text-body><![CDATA[<b>]]></ac:plain-text-body></ac:structured-macro>',
  '```\n</code></pre><script>y</script> ]]> <!here>\n```',
  '[a](https://x.test/"onmouseover="x) [b](https://x.test/|<!here>) https://x.test/<script>',
  '\u0000\u0008 \u202e reversed \ud800',
];

const hostile = (text: string): AuthoredContent => ({
  ...emptyPostMortem(text),
  service: text,
  tags: [text],
  ...Object.fromEntries(SECTION_IDS.map((id) => [id, text])),
  timeline: [{ at: text, text, zone: text }],
  actionItems: [{ text, owner: text, dueDate: text, done: false, ticket: text }],
  people: [{ name: text }],
});

/** Text that leaves as markup, by the targets whose reader parses it as such. */
const MARKUP = new Set(['html', 'confluence', 'teams']);
const TAG =
  /<(?!\/?(?:h[1-6]|p|ul|ol|li|table|tbody|tr|th|td|strong|em|s|del|code|pre|blockquote|hr|br|a|span|html|head|meta|title|style|body|ac:(?:structured-macro|parameter|plain-text-body|task-list|task|task-id|task-status|task-body))\b|!doctype html>|!\[CDATA\[)/g;

describe.each(EXPORTS)('$label', (target) => {
  it.each(HOSTILE)('has nothing that acts in it: %j', async (text) => {
    const { text: plain, html = '' } = await target.write(hostile(text));
    for (const markup of MARKUP.has(target.id) ? [plain, html] : [html]) {
      const outside = markup.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
      expect(outside.match(TAG)).toBeNull();
      expect(outside.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/<[^>]*\s(?:on\w+|src|style)\s*=/i);
      expect(outside).not.toMatch(/href="(?!https?:\/\/|mailto:|tel:)/i);
      expect(outside).not.toMatch(/@(?:channel|here|everyone)\b(?![^<]*<\/title>)/);
    }
    if (target.id === 'slack') {
      expect(plain).not.toMatch(/<[!@#]/);
      expect(plain).not.toMatch(/@(?:channel|here|everyone)\b/);
      expect(plain).not.toMatch(/<(?!https?:|mailto:|tel:)/);
    }
    if (target.mediaType === 'text/markdown') {
      expect(plain.replace(/```[\s\S]*?```/g, '')).not.toMatch(/(?<!\\)<(?:script|img|svg|ac:|!|\/)/);
      expect(plain).not.toMatch(/(?<!\\)!\[/);
      expect(plain).not.toMatch(/(?<!\\)\]\((?:javascript|data):/i);
    }
  });

  it('gives the same bytes for the same document', async () => {
    const document = hostile('Twice @here <b> **x**');
    expect(await target.write(document)).toEqual(await target.write(structuredClone(document)));
  });

  it('leaves nothing out of a document as long as it may be, and says where it splits one', async () => {
    const words = Array.from({ length: 1_500 }, (_, at) => `word${at}`).join(' ');
    const document = { ...emptyPostMortem('Long'), summary: words, impact: `\`\`\`\n${words}\n\`\`\`` };
    const { text, messages, told } = await target.write(document);
    for (const word of ['word0', 'word700', 'word1499'])
      expect(text.split(word).length).toBeGreaterThanOrEqual(3);
    if (target.id !== 'slack') return;
    expect(messages?.length).toBeGreaterThan(1);
    for (const message of messages ?? []) {
      expect(message.length).toBeLessThanOrEqual(MOST_IN_A_MESSAGE);
      expect((message.match(/```/g) ?? []).length % 2).toBe(0);
    }
    expect(told.join()).toMatch(/split into \d+/);
  });
});

it('what goes to Confluence is well-formed: every element is closed in its order', async () => {
  const target = EXPORTS.find(({ id }) => id === 'confluence');
  for (const text of HOSTILE) {
    const { text: xml = '' } = (await target?.write(hostile(text))) ?? {};
    const open: string[] = [];
    const rest = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
    for (const [, close, name, self] of rest.matchAll(/<(\/?)([a-z0-9:-]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (self) continue;
      if (close) expect(open.pop()).toBe(name);
      else open.push(name as string);
    }
    expect(open).toEqual([]);
    expect(rest.replace(/<[^<>]*>/g, '')).not.toMatch(/<|&(?!(?:amp|lt|gt|quot|#39);)/);
  }
});
