import { getSystemErrorMap } from 'node:util';
import type { EnhancementProgress } from '../../../domain/enhancement';
import { LocalCloudError } from '../../errors';

/** The command was called with other words than it knows. */
export class UsageError extends LocalCloudError {
  override name = 'UsageError';
}

/** A file that was named cannot be read at all. */
export class InputFileError extends LocalCloudError {
  override name = 'InputFileError';
  constructor(
    readonly file: string,
    options: { cause: unknown },
  ) {
    const { code, errno = 0, message } = options.cause as NodeJS.ErrnoException;
    const said = getSystemErrorMap().get(errno)?.[1] ?? message;
    super(
      code === 'ENOENT'
        ? `There is no file ${file}. Check its name, and the folder that the command runs in.`
        : code === 'EISDIR'
          ? `${file} is a folder. Name a file in it.`
          : `${file} cannot be read: ${said}.`,
      options,
    );
  }
}

/** A text is in another encoding, or cut in the middle of a character. */
export class NotUtf8Error extends LocalCloudError {
  override name = 'NotUtf8Error';
  constructor(
    readonly place: string,
    /** Of the first byte that fits no character, counted from 0. */
    readonly at: number,
    options?: ErrorOptions,
  ) {
    super(
      `${place} is not UTF-8: byte ${at + 1} belongs to no character. Save it as UTF-8, or convert it: ` +
        'iconv -f WINDOWS-1252 -t UTF-8.',
      options,
    );
  }
}

/** A line of the file to check is no pair of texts. */
export class UnreadableFactsError extends LocalCloudError {
  override name = 'UnreadableFactsError';
}

/** What was piped in is longer than what can be enhanced. */
export class TextTooLongError extends LocalCloudError {
  override name = 'TextTooLongError';
  constructor(readonly most: number) {
    super(`The text has more than ${most} characters; at most ${most} can be enhanced. Enhance it in parts.`);
  }
}

/** The demo account could not sign in. */
export class SignInFailedError extends LocalCloudError {
  override name = 'SignInFailedError';
  constructor(
    readonly email: string,
    options: { cause: unknown },
  ) {
    const { message, underlyingError } = options.cause as { message?: string; underlyingError?: unknown };
    const said = (underlyingError as Error | undefined)?.message ?? message ?? String(options.cause);
    super(
      `${email} could not sign in to the local cloud: ${said.replace(/\.?$/, '.')} ` +
        'If it does not answer, stop it and start it again: npm start',
      options,
    );
  }
}

/** The API gave no answer of its own: it is gone, or refused the request before it read it. */
export class NoAnswerError extends LocalCloudError {
  override name = 'NoAnswerError';
  constructor(options: { cause: unknown }) {
    super(
      'The local cloud gave no answer. See its terminal for what it does; if it has ended, start it again: npm start',
      options,
    );
  }
}

/** The API refused; the message is its own, for people. */
export class RequestRefusedError extends LocalCloudError {
  override name = 'RequestRefusedError';
}

/** The run ended without a draft. */
export class EnhanceFailedError extends LocalCloudError {
  override name = 'EnhanceFailedError';
  constructor(readonly enhancement: EnhancementProgress) {
    const why = enhancement.verdict?.fallbackReason ?? 'No model answered.';
    super(`${enhancement.message ?? 'The run failed.'} ${why}`);
  }
}

/** Nothing was heard of the run for too long. */
export class SilentRunError extends LocalCloudError {
  override name = 'SilentRunError';
  constructor(readonly seconds: number) {
    super(
      `The run has not reported for ${seconds} seconds. See the terminal of the local cloud for what it does.`,
    );
  }
}

/** No post-mortem has this id, or the account may not read it: the API tells the two apart for nobody. */
export class NoSuchPostMortemError extends LocalCloudError {
  override name = 'NoSuchPostMortemError';
  constructor(readonly id: string) {
    super(
      `There is no post-mortem ${id} that the demo account may read. Its address in the app ends with its id.`,
    );
  }
}

/** Some files could not be read, or their documents were refused; each was named with its reason. */
export class FilesNotImportedError extends LocalCloudError {
  override name = 'FilesNotImportedError';
  constructor(
    readonly files: readonly string[],
    readonly of: number,
  ) {
    super(`${files.length} of ${of} files ${files.length === 1 ? 'was' : 'were'} not imported.`);
  }
}

/** The outputs of the backend do not say which function keeps the index. */
export class NoIndexerError extends LocalCloudError {
  override name = 'NoIndexerError';
  constructor(readonly file: string) {
    super(
      `${file} names no function that keeps the index. It is of an older backend: start or deploy it again.`,
    );
  }
}

/** The function that keeps the index failed. */
export class IndexingFailedError extends LocalCloudError {
  override name = 'IndexingFailedError';
  constructor(what: string) {
    super(`The index could not be made anew: ${what}. What was entered stays; run it again.`);
  }
}

/** The archive was asked, and no answer came of it. */
export class AnswerFailedError extends LocalCloudError {
  override name = 'AnswerFailedError';
  constructor(readonly told: string | null) {
    super(told ?? 'The archive was asked and gave no answer, without saying why. Ask again.');
  }
}

/** What runs has no server for assistants. */
export class NoMcpServerError extends LocalCloudError {
  override name = 'NoMcpServerError';
  constructor() {
    super('The running local cloud has no MCP server. Stop it, and start it again with npm start.');
  }
}
