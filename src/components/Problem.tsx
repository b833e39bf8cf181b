import type { ReactNode } from 'react';
import { explain } from '../data/errors';

/** An error as people need it: what happened, what to do, and a way to do it. */
export function Problem({ error, children }: { error: unknown; children?: ReactNode }) {
  const { message, advice } = explain(error);
  return (
    <div className="message message-danger" role="alert">
      <p className="message-title">{message}</p>
      <p>{advice}</p>
      {children && <div className="row">{children}</div>}
    </div>
  );
}
