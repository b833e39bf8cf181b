import type { TimelineEntry } from '../../../domain/postMortem';
import { fieldById } from '../../../domain/postMortem/fields';
import { anchorsOf } from '../../../domain/timeline/anchors';
import { toldTime } from '../../../domain/timeline/toldTime';
import MomentInZones from '../../components/MomentInZones';
import { translated } from '../../language/say';

/** The timeline to read: each entry is a place that a link can name, with its moment in the reader's zone too. */
export function TimelineTable({ entries }: { entries: readonly TimelineEntry[] }) {
  const { columns } = fieldById('timeline');
  const anchors = anchorsOf(entries);
  // A column that says nothing is no column.
  const withKinds = entries.some(({ kind }) => kind);
  return (
    <div className="prose">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable */}
      <table tabIndex={0}>
        <thead>
          <tr>
            <th>{translated(columns.at.label)}</th>
            {withKinds && <th>{translated(columns.kind.label)}</th>}
            <th>{translated(columns.text.label)}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ at, text, kind, moment, zone }, index) => (
            <tr key={anchors[index]} id={anchors[index]} tabIndex={-1}>
              <td dir="auto">
                {toldTime({ at, ...(zone && { zone }) })}
                {moment && (
                  <div className="small soft">
                    <MomentInZones moment={moment} zone={zone} />
                  </div>
                )}
              </td>
              {withKinds && (
                <td>{translated(columns.kind.choices.find(({ id }) => id === kind)?.label ?? '')}</td>
              )}
              <td dir="auto" className="pre-line">
                {text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
