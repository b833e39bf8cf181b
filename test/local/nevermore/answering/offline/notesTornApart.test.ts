import { draft } from './notes';

/** What a draft said, of notes that say something else. */
test('what was done does not stand under what remains', () => {
  const text = draft('down 10:00; todo: alert on lag; api back up 10:20; closed 10:30', {
    section: 'rootCause',
  });
  expect(text).toMatch(/\*\*What remains:\*\* Alert on lag\.$/);
  expect(
    draft('api down 10:00. action: rolled back 10:20. all ok 10:30', { section: 'rootCause' }),
  ).not.toContain('What remains');
});

test('local machines are no time zone', () => {
  const text = draft('at 10:00 local and remote nodes failed. paged 10:05. up 10:30');
  expect(text).toContain('- **10:00** Local and remote nodes failed.');
});

test('an apostrophe opens no quotation', () => {
  const text = draft(
    "api down 'til 10:00. all users' carts empty. 10:10 kim rebooted 'em. 10:20 the nodes' disks ok",
  );
  expect(text).toContain("- **10:10** Kim rebooted 'em.");
  expect(text).toContain("- **10:20** The nodes' disks ok.");
});

test('the end of what something led to is not when it began', () => {
  const text = draft('10:00 cache was empty => origin overloaded until 11:15. alert 10:50. over 11:20');
  expect(text).toMatch(
    /\*\*10:00\*\* Cache was empty\.\n- \*\*10:50\*\* Alert\.\n- \*\*11:15\*\* Origin overloaded/,
  );
});

test.each([
  ['14:00 ok so far', 'ok so far'],
  ['so called fix v2 went out', 'So called fix v2 went out'],
  ['she said w/o.', 'She said without.'],
  ['rain on node 4, w/o. done', 'Rain on node 4, without.'],
  ['outage (10:00, 10 min) of the shop', 'Outage (10:00, 10 min) of the shop'],
  ['noticed.. support rang', 'Noticed… support rang'],
  ['cert expired -> api 503 -> apps offline', 'Cert expired → API 503 → apps offline'],
  ['it was the cache... I mean the cdn', 'It was the cache... I mean the CDN'],
  ['node 3? no, node 4 died', 'Node 3? No, node 4 died.'],
])('%j is told as it was said', (notes, told) => {
  expect(draft(notes, { style: 'lite' })).toContain(told);
});

test.each([
  ['calm noon to 1pm', '**Noon to 1pm** Calm.'],
  ['paged abt 3:10am. more', '**~3:10am** Paged.'],
  ['outage over (10:00, after 10 min)', '**10:00** Outage over (after 10 min).'],
])('%j has its whole time in front', (notes, item) => {
  expect(draft(`${notes}\nnext 16:00\nover 17:00`)).toContain(`- ${item}`);
});
