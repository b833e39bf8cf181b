import { clientId, password, type RunningPool, runPool } from './userPool';

const email = 'prospero@example.com';
const ClientId = clientId;
let pool: RunningPool;

beforeEach(async () => {
  pool = await runPool();
});

afterEach(async () => {
  expect(pool.failures).toEqual([]);
  await pool.dispose();
});

describe('codes', () => {
  const confirm = (ConfirmationCode: string) =>
    pool.call('ConfirmSignUp', { ClientId, Username: email, ConfirmationCode });
  const wrongCode = () => String((Number(pool.lastCode()) + 1) % 1_000_000).padStart(6, '0');

  beforeEach(async () => {
    await pool.call('SignUp', { ClientId, Username: email, Password: password });
  });

  it('die after five wrong tries, even for whoever then has the right one', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await confirm(wrongCode())).body.__type).toBe('CodeMismatchException');
    }
    expect((await confirm(pool.lastCode())).body.__type).toBe('LimitExceededException');
    await pool.call('ResendConfirmationCode', { ClientId, Username: email });
    expect((await confirm(pool.lastCode())).status).toBe(200);
  });

  it.each(['ForgotPassword', 'ResendConfirmationCode'])(
    'are handed out five times an hour by %s, and an address without an account is refused alike',
    async (operation) => {
      if (operation === 'ForgotPassword') await confirm(pool.lastCode());
      const before = pool.codes.length;
      const ask = async (Username: string) => (await pool.call(operation, { ClientId, Username })).body;
      for (const address of [email, 'nobody@example.com']) {
        const answers = [];
        for (let time = 0; time < 7; time += 1)
          answers.push(await ask(time % 2 ? address.toUpperCase() : address));
        expect(answers.map((body) => body.__type)).toEqual([
          ...Array(5).fill(undefined),
          'LimitExceededException',
          'LimitExceededException',
        ]);
      }
      expect(pool.codes).toHaveLength(before + 5);
      pool.clockOffset = 60 * 60 * 1000 + 1000;
      expect(await ask(email)).toHaveProperty('CodeDeliveryDetails');
    },
  );

  it('are tried twenty times an hour, however many codes there are and whether there is an account', async () => {
    await confirm(pool.lastCode());
    const newPassword = 'Only-this-1-more';
    const ask = (Username: string) => pool.call('ForgotPassword', { ClientId, Username });
    const reset = async (Username: string, ConfirmationCode: string) =>
      (
        await pool.call('ConfirmForgotPassword', {
          ClientId,
          Username,
          ConfirmationCode,
          Password: newPassword,
        })
      ).body;
    for (const address of [email, 'nobody@example.com']) {
      for (let code = 0; code < 5; code += 1) {
        await ask(address);
        for (let time = 0; time < 4; time += 1)
          expect((await reset(address, wrongCode())).__type).toBe('CodeMismatchException');
      }
      expect((await reset(address, wrongCode())).__type).toBe('LimitExceededException');
    }
    expect((await reset(email, pool.lastCode())).__type).toBe('LimitExceededException');
    pool.clockOffset = 60 * 60 * 1000 + 1000;
    await ask(email);
    expect(await reset(email, pool.lastCode())).toEqual({});
  });

  it('are counted through a restart', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await confirm(wrongCode());
    const code = pool.lastCode();
    pool = await pool.restart();
    expect((await confirm(code)).body.__type).toBe('LimitExceededException');
  });

  it('expire: a sign-up code after a day, a password code after an hour', async () => {
    const day = 24 * 60 * 60 * 1000;
    pool.clockOffset = day + 1000;
    expect((await confirm(pool.lastCode())).body.__type).toBe('ExpiredCodeException');
    await pool.call('ResendConfirmationCode', { ClientId, Username: email });
    expect((await confirm(pool.lastCode())).status).toBe(200);
    await pool.call('ForgotPassword', { ClientId, Username: email });
    pool.clockOffset += 60 * 60 * 1000 + 1000;
    const reset = await pool.call('ConfirmForgotPassword', {
      ClientId,
      Username: email,
      ConfirmationCode: pool.lastCode(),
      Password: 'Only-this-1-more',
    });
    expect(reset.body.__type).toBe('ExpiredCodeException');
  });

  it('that cannot be delivered say so, and a resend works', async () => {
    const broken = await runPool({
      onCode: () => {
        throw new Error('printer on fire');
      },
    });
    const answer = await broken.call('SignUp', { ClientId, Username: email, Password: password });
    expect(answer.body.__type).toBe('CodeDeliveryFailureException');
    expect(broken.failures).toHaveLength(1);
    await broken.dispose();
  });
});
