import { type ComponentProps, Suspense, useState } from 'react';
import { lazily } from '../../components/lazily';
import type { Remarked } from '../../data/types';
import type ReviewDialogOf from './ReviewDialog';
import type { Asking } from './remarkStates';

/** All the rules over the whole text: wanted once, at the end. */
const ReviewDialog = lazily(() => import('./ReviewDialog'));

type Props = Omit<ComponentProps<typeof ReviewDialogOf>, 'onClose' | 'asking' | 'onAsk'> & {
  /** Asks the model that reads whole documents, once this one is saved. */
  ask(): Promise<Remarked>;
};

/** Opens the review of the finished document. */
export function ReviewButton({ ask, ...props }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [asking, setAsking] = useState<Asking>({ kind: 'not-asked' });
  const onAsk = () => {
    setAsking({ kind: 'asking' });
    ask().then(
      (answer) => setAsking({ kind: 'answered', answer }),
      (error: unknown) => setAsking({ kind: 'failed', error }),
    );
  };
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        Review the document
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ReviewDialog {...props} asking={asking} onAsk={onAsk} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
