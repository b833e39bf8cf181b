import { draft } from './notes';

describe('what is spelled out', () => {
  it.each([
    ['rolled to 14 nodes w/ ansible bc of the cert', 'Rolled to 14 nodes with Ansible because of the cert.'],
    ['its the cert, thats all', "It's the cert, that's all."],
    ['ok so the db was down!! lol', 'The database was down.'],
    ['payment-client 3.4.0 leaks conns', 'payment-client 3.4.0 leaks connections.'],
    ['ok so we paged cust support tmrw', 'We paged customer support tomorrow.'],
    ['ok again since the restart', 'Ok again since the restart.'],
    ['so far 12 users wrote', 'So far 12 users wrote.'],
    ['right after the deploy it broke', 'Right after the deploy it broke.'],
    ['tom ran dig +dnssec on the zone', 'Tom ran dig +dnssec on the zone.'],
    ['why? new query holds a conn', 'Why? New query holds a connection.'],
    ['cpu 60.. 30.. fine now', 'CPU 60… 30… fine now.'],
    ['tcpdump shows no answer', 'tcpdump shows no answer.'],
    ['lee ran it too :( (87 dupes)', 'Lee ran it too (87 dupes).'],
    ['`redis-cli INFO` said oom', '`redis-cli INFO` said OOM.'],
    ['we recieved teh alert', 'We received the alert.'],
    ['lag went thru the roof over n over', 'Lag went through the roof over and over.'],
    ['it was muted for black friday', 'It was muted for Black Friday.'],
    [
      'double charged 12 customers on nov 1, refunded nov 3.',
      'Double charged 12 customers on Nov 1, refunded Nov 3.',
    ],
    ['typo in the cli for eu traffic', 'Typo in the CLI for EU traffic.'],
    ['ran dec 5:3 in the shell', 'Ran dec 5:3 in the shell.'],
    ['maybe 3k orders lost afaik', 'Maybe 3k orders lost as far as I know.'],
    ['dst change??', 'DST change?'],
    ['kubectl apply failed', 'kubectl apply failed.'],
    ['see https://example.com/db/w/x for svc-a', 'See https://example.com/db/w/x for svc-a.'],
    ['shipped tue, mail went out wed', 'Shipped Tuesday, mail went out Wednesday.'],
    ['the disk sat in the sun', 'The disk sat in the sun.'],
    ['mqtt bridge lost its session', 'MQTT bridge lost its session.'],
    ['fw 3.2.1 was rolled out to all', 'FW 3.2.1 was rolled out to all.'],
    ['3 mar. nothing lost', '3 Mar: nothing lost.'],
    ['es cluster was red', 'ES cluster was red.'],
    ['ca. 38 TB gone', 'Ca. 38 TB gone.'],
    ['est 70k pageviews', 'Estimated 70k pageviews.'],
    ['the primary failed at 14:05 EST 12 March', 'The primary failed at 14:05 EST 12 March.'],
    ['the prob was a full disk', 'The prob was a full disk.'],
    ['we had a network prob in zone b', 'We had a network prob in zone b.'],
    ['it was prob the cache', 'It was probably the cache.'],
    ['rm ran on the wrong path', 'rm ran on the wrong path.'],
    ['re-ran the job in npm ci', 'Re-ran the job in npm ci.'],
    ['chronyd had no servers since feb', 'chronyd had no servers since Feb.'],
    ['pushed a .env to a fork', 'Pushed a .env to a fork.'],
    ['hey team, the export was late', 'The export was late.'],
    ['so basically what happend is that we rotated the secret', 'We rotated the secret.'],
  ])('%s', (notes, written) => {
    expect(draft(notes, { style: 'lite' })).toBe(written);
  });
});

it('short words of another language are not taken for abbreviations', () => {
  const notes = [
    'il database era pieno alle 09:15.',
    'la coda è cresciuta fino alle 09:30.',
    'un disco era pieno dalle 09:40.',
    'vi sono stati errori fino alle 10:04.',
  ];
  expect(draft(notes.join(' '), { questions: [] })).toBe(
    notes.map((note) => `- ${note.charAt(0).toUpperCase()}${note.slice(1)}`).join('\n'),
  );
});

it('a word with a hyphen is no label, and stays', () => {
  const text = draft(
    'disk full 10:00. paged 10:05. freed 80 GB 10:20. writes ok 10:25. next-day deliveries were late for 300 customers. fix-forward was not possible.',
  );
  expect(text).toMatch(/Next-day deliveries were late for 300 customers/i);
  expect(text).toMatch(/Fix-forward was not possible/i);
});

it('a day in May is a date and no doubt: such notes get a draft', () => {
  expect(draft('the copy stopped on 3 may. nothing lost. it was slow.')).toContain(
    'The copy stopped on 3 May.',
  );
});
