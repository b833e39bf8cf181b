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
        'Stop that program, or choose other ports: PORT=6173 npm start (eight ports in a row are used).',
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

const ELSEWHERE = 'Give it a folder of your own: NEVERMORE_STATE=~/.nevermore npm start.';

/** Somebody else could read the keys in it, or have put them there. */
export class ForeignFolderError extends LocalCloudError {
  override name = 'ForeignFolderError';
  constructor(
    readonly folder: string,
    readonly ownerId: number,
  ) {
    super(
      `${folder} belongs to another user of this computer (user id ${ownerId}), who could read the keys and ` +
        `documents that are kept there. ${ELSEWHERE}`,
    );
  }
}

/** Other users can read it, and its modes cannot be changed. */
export class OpenFolderError extends LocalCloudError {
  override name = 'OpenFolderError';
  constructor(
    readonly path: string,
    options?: ErrorOptions,
  ) {
    super(
      `${path} is open to other users of this computer and cannot be closed; keys and documents are kept ` +
        `there. Close it (chmod -R go= …). Where the disk knows no modes: ${ELSEWHERE}`,
      options,
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

/** A file that says where the running local cloud is does not say it; a start writes it anew. */
export class DamagedFileError extends LocalCloudError {
  override name = 'DamagedFileError';
  constructor(
    readonly file: string,
    options?: ErrorOptions,
  ) {
    super(
      `${file} is damaged or gone, so the running local cloud cannot be found. Stop it and start it again: npm start`,
      options,
    );
  }
}
