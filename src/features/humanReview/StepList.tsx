import { say, translated } from '../../language/say';
import type { KnownReview } from './news';
import { moment, stepLabel } from './words';

/** Every step that is behind the workflow, with its time, the first on top. */
export function StepList({ review: { steps } }: { review: KnownReview }) {
  if (steps.length === 0) return null;
  return (
    <details>
      <summary>{say('Everything that has happened ({count})', { count: steps.length })}</summary>
      <ol className="review-steps">
        {steps.map(({ name, at, detail }) => (
          <li key={`${at} ${name} ${detail}`}>
            <time className="small soft nowrap" dateTime={at}>
              {moment(at)}
            </time>
            <span>
              <strong>{stepLabel(name)}</strong>
              {detail !== '' && (
                <>
                  . <bdi>{translated(detail)}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
