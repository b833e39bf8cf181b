import { type RefObject, useId, useState } from 'react';
import { fixed } from '../../language/formats';
import { say } from '../../language/say';

/** A longer text is kept beside the field: to lay it out in one takes a browser seconds. */
const LONGEST_IN_FIELD = 100_000;
/** The largest file that is read, in bytes. An incident's channel has a few hundred kilobytes. */
const LARGEST_FILE = 20_000_000;

/** Where the text comes from: typed or pasted into the field, or out of files. */
export function PastedSource(props: {
  area: RefObject<HTMLTextAreaElement | null>;
  texts: readonly string[];
  onTexts(texts: readonly string[]): void;
}) {
  const { area, texts, onTexts } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const [textId, fileId] = [useId(), useId()];
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const isBeside = texts.length > 1 || size > LONGEST_IN_FIELD;
  const read = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setProblem(null);
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    if (bytes > LARGEST_FILE)
      return setProblem(say('{bytes} are too much: choose less than 20 MB.', { bytes: megabytes(bytes) }));
    const contents = await Promise.all(files.map((file) => file.text()));
    const binary = contents.findIndex((text) => text.includes('\u0000'));
    if (binary >= 0) {
      const name = files[binary]?.name ?? '';
      return setProblem(
        say('“{name}” is no text. Of an export in an archive, unpack it and choose its files.', { name }),
      );
    }
    onTexts(contents);
  };
  return (
    <>
      <div className="field">
        <label htmlFor={fileId}>{say('Files: a log, or an export as JSON')}</label>
        <input
          id={fileId}
          type="file"
          multiple
          accept=".txt,.log,.json,.jsonl,.csv,.tsv,.md"
          onChange={({ target }) => void read([...(target.files ?? [])])}
        />
        {problem !== null && (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      {isBeside ? (
        <div className="row" role="status">
          <span>
            {texts.length > 1
              ? say('{n} files, {size} of text', { n: texts.length, size: megabytes(size) })
              : say('{size} of text', { size: megabytes(size) })}
          </span>
          <button type="button" className="button button-small" onClick={() => onTexts([''])}>
            {say('Take it away')}
          </button>
        </div>
      ) : (
        <div className="field">
          <label htmlFor={textId}>{say('Or paste a chat, a log, a status page or your own lines')}</label>
          <textarea
            ref={area}
            id={textId}
            dir="auto"
            rows={6}
            placeholder={'14:02 deploy started\n14:09 alert: error rate above 5 %'}
            value={texts[0] ?? ''}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/plain');
              if (pasted.length <= LONGEST_IN_FIELD) return;
              event.preventDefault();
              const { selectionStart, selectionEnd, value } = event.currentTarget;
              onTexts([value.slice(0, selectionStart) + pasted + value.slice(selectionEnd)]);
            }}
            onChange={({ target }) => onTexts([target.value])}
          />
        </div>
      )}
    </>
  );
}

const megabytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${fixed(bytes / 1_000_000, 1)} MB`;
