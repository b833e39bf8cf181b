import { say } from '../language/say';

/** Where a document is about to stand. */
export const EditorSkeleton = () => (
  <div className="page stack" aria-busy="true">
    <p className="visually-hidden" role="status">
      {say('Opening the post-mortem…')}
    </p>
    <div className="skeleton" style={{ height: '14rem' }} />
    <div className="skeleton" style={{ height: '18rem' }} />
  </div>
);
