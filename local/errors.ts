/** Something the person at the terminal can mend; the message says how. Shown without a stack. */
export class LocalCloudError extends Error {
  override name = 'LocalCloudError';
}

/** Another program listens where a service should. */
export class PortTakenError extends LocalCloudError {
  override name = 'PortTakenError';
  constructor(
    readonly port: number,
    readonly service: string,
    options?: ErrorOptions,
  ) {
    super(
      `Port ${port}, meant for ${service}, is taken by another program. ` +
        'Stop that program, or choose other ports: PORT=6173 npm start (six ports in a row are used).',
      options,
    );
  }
}

/** Another copy works on the same state folder. */
export class StateInUseError extends LocalCloudError {
  override name = 'StateInUseError';
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `Another Nevermore (process ${pid}) is using the state in ${folder}. ` +
        'Stop it first, or give this one a folder of its own: NEVERMORE_STATE=.nevermore-2 PORT=6173 npm start.',
    );
  }
}

/** A command needs the running local cloud. */
export class NotRunningError extends LocalCloudError {
  override name = 'NotRunningError';
  constructor(readonly folder: string) {
    super(`No local cloud is running on ${folder}. Start one with: npm start`);
  }
}

/** `cloud.json` is no JSON; a start writes it anew. */
export class DamagedFileError extends LocalCloudError {
  override name = 'DamagedFileError';
  constructor(
    readonly file: string,
    options: ErrorOptions,
  ) {
    super(
      `${file} is damaged, so the running local cloud cannot be found. Stop it and start it again: npm start`,
      options,
    );
  }
}
