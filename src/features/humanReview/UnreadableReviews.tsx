import { sayCount } from '../../language/say';

/** That reviews are left out of what is shown, and why. */
export const UnreadableReviews = ({ count }: { count: number }) =>
  count > 0 && (
    <p className="panel small">
      {sayCount(
        count,
        'One review cannot be shown: something is stored in it that the schema does not allow. It is still on the server and goes on there.',
        '{n} reviews cannot be shown: something is stored in them that the schema does not allow. They are still on the server and go on there.',
      )}
    </p>
  );
