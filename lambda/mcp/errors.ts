import { SECTIONS } from '../../domain/sections';
import { THEMES } from '../../domain/themes';

/** What cannot be done as it was asked. The message goes to whoever asks: what is wrong, and what to do. */
export class McpRefusedError extends Error {
  override name = 'McpRefusedError';
}

/** Not there, or not the caller's to read; the two are not told apart. */
export class NoSuchPostMortemError extends McpRefusedError {
  override name = 'NoSuchPostMortemError';
  constructor(readonly id: string) {
    super(
      'There is no such post-mortem among those you may read. Find its id with search_post_mortems, or ask its owner.',
    );
  }
}

/** There is no run of this name among the caller's. */
export class NoSuchRunError extends McpRefusedError {
  override name = 'NoSuchRunError';
  constructor(readonly run: string) {
    super('There is no such run among yours. Start one with section, theme and text.');
  }
}

/** Neither a run to look at nor something to draft from. */
export class NothingToEnhanceError extends McpRefusedError {
  override name = 'NothingToEnhanceError';
  constructor() {
    const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).join(', ');
    super(
      `Give section (${ids(SECTIONS)}), theme (${ids(THEMES)}) and text, or the id of a run that was started before.`,
    );
  }
}

/** Neither notes nor sections nor a timeline. */
export class NothingToDraftError extends McpRefusedError {
  override name = 'NothingToDraftError';
  constructor() {
    super('Give a title, or notes in which the first heading is one. A draft needs one or the other.');
  }
}

/** An argument is not what it must be. */
export class InvalidArgumentError extends McpRefusedError {
  override name = 'InvalidArgumentError';
}

/** The API refused in words of its own, which were written for people. */
export class ApiRefusedError extends McpRefusedError {
  override name = 'ApiRefusedError';
}

/** The API could not be asked. */
export class ApiFailedError extends McpRefusedError {
  override name = 'ApiFailedError';
  constructor(options: ErrorOptions) {
    super('Nevermore could not be asked just now. Nothing has changed; try again in a moment.', options);
  }
}
