import { LocalCloudError } from '../../errors';

/** A publisher's page or file could not be read. */
export class PublisherError extends LocalCloudError {
  override name = 'PublisherError';
  constructor(
    readonly url: string,
    why: string,
    options?: ErrorOptions,
  ) {
    super(
      `${url} could not be read: ${why}. Check the network and run the same command again; what is already ` +
        'there is kept. A file that you have can be taken with: npm run model -- --file path.gguf',
      options,
    );
  }
}

/** A file is not the one that its publisher names. */
export class WrongFileError extends LocalCloudError {
  override name = 'WrongFileError';
  constructor(
    readonly file: string,
    readonly expected: string,
    readonly found: string,
  ) {
    super(
      `${file} is not what its publisher names: expected ${expected}, found ${found}. It was removed; run the command again.`,
    );
  }
}

/** No GGUF file, or none that can be opened. */
export class NotAModelError extends LocalCloudError {
  override name = 'NotAModelError';
  constructor(
    readonly file: string,
    why: string,
    options?: ErrorOptions,
  ) {
    super(`${file} is no model in GGUF: ${why}.`, options);
  }
}

/** The engine could not be installed. */
export class EngineInstallError extends LocalCloudError {
  override name = 'EngineInstallError';
  constructor(why: string) {
    super(`The engine that runs models could not be installed: ${why}`);
  }
}

/** `model.json` in the state folder cannot be read. */
export class DamagedChoiceError extends LocalCloudError {
  override name = 'DamagedChoiceError';
  constructor(
    readonly file: string,
    options?: ErrorOptions,
  ) {
    super(
      `${file} is damaged. Choose a model again (npm run model), or go back: npm run model -- --offline`,
      options,
    );
  }
}
