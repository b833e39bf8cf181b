import { readHtml } from '../../../domain/import/html';
import { DataError } from '../../data/errors';
import { say } from '../../language/say';

/** A file that could not be read, or whose letters are written in another way than these here. */
class FileNotReadError extends DataError {
  override name = 'FileNotReadError';
  constructor(
    message: string,
    readonly advice: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * A file as Markdown, with the sentences that tell what of it could not be kept.
 * @throws FileNotReadError, also where letters would be replaced: the words that have them would be lost
 */
export async function readFile(file: File): Promise<{ markdown: string; told: string[] }> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (cause) {
    throw new FileNotReadError(
      say('The file “⁨{name}⁩” could not be read.', { name: file.name }),
      say('Look whether it is still there, and choose it again.'),
      { cause },
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FileNotReadError(
      say('The file “⁨{name}⁩” is not text in UTF-8, so some of its letters would be lost.', {
        name: file.name,
      }),
      say('Save it as UTF-8 and choose it again, or open it and paste its text here.'),
      { cause },
    );
  }
  return /\.html?$/i.test(file.name) ? readHtml(text, true) : { markdown: text, told: [] };
}
