import { actionItemsToCsv } from '../../../domain/export/actionsCsv';
import { executiveSummary } from '../../../domain/export/executiveSummary';
import { emptyPostMortem } from '../../../domain/postMortem';

const item = (text: string, owner = '') => ({ text, owner, dueDate: '', done: false });

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\uff1d1', '\r=1', '|calc', '%0A=1'])(
  'a spreadsheet computes nothing from an action item: %j',
  (text) => {
    const csv = actionItemsToCsv({ title: '=cmd', actionItems: [item(`x`, text)] });
    expect(csv).toContain(`"'${text}"`);
    expect(csv).toContain(`"'=cmd"`);
  },
);

it('action items leave as lines that a spreadsheet reads', () => {
  const csv = actionItemsToCsv({
    title: 'Down',
    actionItems: [
      {
        ...item('Say "hi", then\nleave', 'Ines'),
        type: 'prevent',
        priority: 'high',
        ticket: 'OPS-1',
        done: true,
      },
      item(''),
    ],
  });
  expect(csv).toBe(
    '\ufeff"Post-mortem","Action","Owner","Due","Done","Type","Priority","Ticket","Ticket is"\r\n' +
      '"Down","Say ""hi"", then\nleave","Ines","","yes","Prevent","High","OPS-1",""\r\n',
  );
});

it('an executive summary fits a phone’s screen and says where it is cut', () => {
  const document = {
    ...emptyPostMortem('Checkout *down*'),
    service: 'checkout-api',
    startedAt: '2026-03-01T14:02:00.000Z',
    summary: 'Checkout failed. '.repeat(100),
    impact: 'Many orders <b>failed</b>.',
    description: 'Not for here.',
  };
  const text = executiveSummary(document);
  expect(text.length).toBeLessThan(900);
  expect(text).toMatch(
    /^\*\*Checkout \\\*down\\\*\*\*\n\nSEV3 · checkout-api · started 2026-03-01 14:02 UTC\n\nCheckout failed\./,
  );
  expect(text).toContain('failed. […]');
  expect(text).toContain('**Impact:** Many orders \\<b>failed\\</b>.');
  expect(text).not.toContain('Not for here');
  expect(executiveSummary(emptyPostMortem('Quiet'))).toBe('**Quiet**\n\nSEV3\n');
});
