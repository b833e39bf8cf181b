import type { ComponentProps } from 'react';
import { Suspense, useState } from 'react';
import { sectionById } from '../../../domain/sections';
import { lazily } from '../../components/lazily';
import { say, translated } from '../../language/say';
import type HistoryDialogOf from './HistoryDialog';

/** Nobody reads the history to begin writing. */
const HistoryDialog = lazily(() => import('./HistoryDialog'));

type Props = Omit<ComponentProps<typeof HistoryDialogOf>, 'onClose'>;

/** Opens the history of a document, or of one section. */
export function HistoryButton(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const { section } = props;
  return (
    <>
      <button
        type="button"
        className={section ? 'button button-quiet button-small' : 'button'}
        onClick={() => setOpen(true)}
      >
        <span>
          {say('History')}
          {section && (
            <span className="visually-hidden">
              {' '}
              {say('of {name}', { name: translated(sectionById(section).label).toLowerCase() })}
            </span>
          )}
        </span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <HistoryDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
