import NodeEnvironment from 'jest-environment-node';

/** What Jest keeps for one file of tests. */
const OF_ONE_FILE = new Set(
  [
    'EVENT_HANDLERS',
    'TEST_TIMEOUT_SYMBOL',
    'RETRY_TIMES',
    'RETRY_TIMES_SETTER',
    'RETRY_IMMEDIATELY',
    'WAIT_BEFORE_RETRY',
    'LOG_ERRORS_BEFORE_RETRY',
  ].map((name) => Symbol.for(name)),
);
/** Packages stay, and so does what they keep beside them: under a symbol that all know, or under `__name`. */
const staysWithItsPackage = (key) =>
  typeof key === 'symbol' ? Symbol.keyFor(key) !== undefined && !OF_ONE_FILE.has(key) : key.startsWith('__');

const ownGlobals = () => Object.getOwnPropertyDescriptors(globalThis);

/** What a file of tests may change around it: taken at its start, given back at its end. */
class Surroundings {
  #globals = ownGlobals();
  #environment = { ...process.env };
  #folder = process.cwd();
  #exit = process.exit;
  #listeners = new Map(process.eventNames().map((event) => [event, process.rawListeners(event)]));

  giveBack() {
    this.#giveBackGlobals();
    for (const name of Object.keys(process.env)) if (!(name in this.#environment)) delete process.env[name];
    Object.assign(process.env, this.#environment);
    if (process.cwd() !== this.#folder) process.chdir(this.#folder);
    process.exit = this.#exit;
    for (const event of process.eventNames()) {
      const before = this.#listeners.get(event) ?? [];
      for (const listener of process.rawListeners(event))
        if (!before.includes(listener)) process.removeListener(event, listener);
    }
  }

  #giveBackGlobals() {
    const now = ownGlobals();
    for (const key of Reflect.ownKeys(now))
      if (!(key in this.#globals) && !staysWithItsPackage(key)) Reflect.deleteProperty(globalThis, key);
    for (const key of Reflect.ownKeys(this.#globals)) {
      const before = this.#globals[key];
      const isSame = now[key]?.value === before.value && now[key]?.get === before.get;
      if (!isSame) Object.defineProperty(globalThis, key, before);
    }
  }
}

/**
 * Tests run in the realm of their process and not each file in one of its own, so that packages can be loaded once
 * (`sharingRuntime.mjs`) and an error of Node.js is an `Error`. What a file changes around it is given back.
 */
export default class OneRealm extends NodeEnvironment {
  #surroundings = new Surroundings();

  constructor(config, context) {
    super(config, context);
    const { projectConfig } = config;
    this.global = globalThis;
    this.moduleMocker = new this.moduleMocker.constructor(globalThis);
    this.fakeTimersModern = new this.fakeTimersModern.constructor({
      config: projectConfig,
      global: globalThis,
    });
  }

  async teardown() {
    await super.teardown();
    this.#surroundings.giveBack();
  }
}
