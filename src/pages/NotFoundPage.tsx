import { Link } from 'react-router';
import { say } from '../language/say';
import { saying } from '../language/saying';
import { Cobweb } from '../theme/Raven';

/** For a link that leads nowhere, or to something that is not this user's: the two look the same on purpose. */
export function NotFoundPage({ what = 'page' }: { what?: 'page' | 'post-mortem' }) {
  return (
    <div className="page page-narrow">
      <title>{say('Not found · Nevermore')}</title>
      <div className="panel stack">
        <Cobweb />
        <h1>{what === 'page' ? say('There is no such page') : say('Not found, or not yours')}</h1>
        <p>
          {what === 'page'
            ? say('The address may be mistyped, or the page is gone.')
            : say(
                'There is no post-mortem here that you own or may edit. Check the link, or ask its owner to share it with you: your ID is in the account menu.',
              )}
        </p>
        {what === 'post-mortem' && (
          <p>
            {saying('If you deleted it yourself, it is under {link}.', {
              link: <Link to="/?list=deleted">{say('Recently deleted')}</Link>,
            })}
          </p>
        )}
        <p>
          <Link className="button button-primary" to="/">
            {say('Back to all post-mortems')}
          </Link>
        </p>
      </div>
    </div>
  );
}
