import { Component, type ErrorInfo, type ReactNode } from 'react';
import { say } from '../language/say';

/** The last net: says that the page broke, that the text is kept, and shows the way back. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="page page-narrow">
        <div className="panel stack" role="alert">
          <h1>{say('This page broke')}</h1>
          <p>{say('Your text is kept on this device, and everything that was saved is safe.')}</p>
          <p className="soft small">{error.message}</p>
          <div className="row">
            <button type="button" className="button button-primary" onClick={() => location.reload()}>
              {say('Load the page again')}
            </button>
            <a className="button" href="/">
              {say('Back to all post-mortems')}
            </a>
          </div>
        </div>
      </main>
    );
  }
}
