import { Link } from 'react-router';
import { Cobweb } from '../theme/Raven';

/** For a link that leads nowhere, or to something that is not this user's: the two look the same on purpose. */
export function NotFoundPage({ what = 'page' }: { what?: 'page' | 'post-mortem' }) {
  return (
    <div className="page page-narrow">
      <title>Not found · Nevermore</title>
      <div className="panel stack">
        <Cobweb />
        <h1>{what === 'page' ? 'There is no such page' : 'Not found, or not yours'}</h1>
        <p>
          {what === 'page'
            ? 'The address may be mistyped, or the page is gone.'
            : 'There is no post-mortem here that you own or may edit. Check the link, or ask its owner to share it with you: your ID is in the account menu.'}
        </p>
        {what === 'post-mortem' && (
          <p>
            If you deleted it yourself, it is under <Link to="/?list=deleted">Recently deleted</Link>.
          </p>
        )}
        <p>
          <Link className="button button-primary" to="/">
            Back to all post-mortems
          </Link>
        </p>
      </div>
    </div>
  );
}
