interface LaterIncident {
  source: string;
  /** What it says, in other words. */
  reworded: readonly string[];
  /** What it does not say, with its nouns. */
  invented: readonly string[];
  /** What it only suspects or denies, told as certain. */
  lost: readonly string[];
}

/**
 * Invented incidents, written after the rules. A few rules were mended on seeing them, so they are kinder than
 * an unseen text would be.
 */
export const LATER_INCIDENTS: readonly LaterIncident[] = [
  {
    source: `On May 4 between 21:10 and 22:05 CEST our webshop showed empty product pages to about a third of visitors. The CDN cached a 200 response with an empty body after the origin returned it during a deployment. Health checks only look at the status code, so nothing alerted. A customer tweeted at us at 21:40. Marc purged the CDN cache at 22:01 and pages came back. We think the empty body was produced by a template rendering timeout, but we have no trace of it. Search engines were not served the empty pages, as far as we can tell.`,
    reworded: [
      'Roughly one third of visitors saw empty product pages in the webshop between 21:10 and 22:05 CEST on May 4.',
      'The origin returned a 200 response with an empty body during a deployment, and the CDN cached it.',
      'No alert fired because health checks examine only the status code.',
      'The issue came to light through a tweet from a customer at 21:40.',
      'Once the CDN cache had been purged at 22:01, the pages returned.',
      'A template rendering timeout is believed to have produced the empty body, although there is no trace of it.',
      'As far as is known, search engines did not receive the empty pages.',
      'Service was restored at 22:01 when Marc cleared the CDN cache.',
    ],
    invented: [
      'The deployment was rolled back at 22:01.',
      'The template rendering timed out because the database was overloaded.',
      'The CDN vendor confirmed a bug in its caching layer.',
      'Marc restarted the origin servers and invalidated the cache.',
      'Search engines were blocked from crawling during the incident.',
      'The health checks had been disabled during the deployment.',
      'The outage resulted from a wrong cache header set by the webshop team.',
      'We have since changed the health checks to inspect the response body.',
      'A sudden peak in visitors caused the origin to return empty bodies.',
      'Visitors were redirected to a maintenance page.',
    ],
    lost: [
      'The empty body was produced by a template rendering timeout.',
      'Search engines were served the empty pages.',
      'Health checks alerted.',
    ],
  },
  {
    source: `## Summary
A batch import of supplier prices wrote wrong prices for 1,912 articles on 12 June. The import file had been exported with a decimal comma, and our parser dropped it, which multiplied prices by one hundred.
## Detection
A warehouse colleague noticed an invoice over EUR 41,000 for office chairs.
## Response
- Import job disabled at 10:20
- Prices restored from the previous night's snapshot at 11:05
- 14 orders cancelled and customers contacted by phone
## Cause
The parser does not validate magnitudes. The change of locale on the supplier's side was not announced to us. It is unclear whether earlier files were affected too.`,
    reworded: [
      'On 12 June a batch import of supplier prices stored incorrect prices for 1,912 articles.',
      'Because the file had been exported with a decimal comma that our parser dropped, prices were multiplied by one hundred.',
      'An invoice of more than EUR 41,000 for office chairs was noticed by a colleague in the warehouse.',
      'The import job was disabled at 10:20.',
      'At 11:05 prices were restored from the snapshot of the previous night.',
      'Fourteen orders were cancelled, and the customers were contacted by phone.',
      'The supplier changed its locale without announcing it to us.',
      'Magnitudes are not validated by the parser.',
      'Whether earlier files were affected as well is not known.',
      'Prices were wrong because the parser dropped the decimal comma.',
    ],
    invented: [
      'The supplier sent a corrected file the next day.',
      'The import job crashed because of a malformed header.',
      'A developer had changed the parser without review.',
      'Customers were compensated with vouchers.',
      'Prices were corrected manually by the warehouse team.',
      'The parser was patched to handle decimal commas.',
      'The snapshot was outdated, which led to further wrong prices.',
      'An encoding error in the import file caused the wrong prices.',
      'The supplier was notified and reverted the locale.',
      'The error occurred because the import job ran twice.',
    ],
    lost: [
      'Earlier files were affected too.',
      'The parser validates magnitudes.',
      "The change of locale on the supplier's side was announced to us.",
    ],
  },
  {
    source: `We lost the ability to send push notifications for 6 hours (02:00-08:00). APNs rejected our requests with InvalidProviderToken. The signing key had been rotated by the mobile team the day before and the old key revoked; the notification service still used the old one since it reads the key only at start-up. Possibly the deploy that was meant to restart it got stuck in the approval queue. Fix: restarted notification-service. Around 230k notifications were dropped, they are not re-sent by design. Android was unaffected.`,
    reworded: [
      'Push notifications could not be sent for six hours, from 02:00 to 08:00.',
      'Requests were rejected by APNs with InvalidProviderToken.',
      'A day earlier the mobile team had rotated the signing key and revoked the old one.',
      'The notification service kept using the old key because it reads the key only when it starts.',
      'Restarting notification-service resolved the issue.',
      'About 230k notifications were dropped and, by design, are not sent again.',
      'There was no impact on Android.',
      'It is possible that the deploy meant to restart the service was stuck in the approval queue.',
      'The outage occurred because the notification service was still using the revoked key.',
    ],
    invented: [
      'APNs had an outage of its own during that time.',
      'The mobile team rolled back the key rotation.',
      'The dropped notifications were re-sent in the morning.',
      'The notification service crashed due to an out-of-memory error.',
      'The old key was reactivated until the service was updated.',
      'A bug in the notification service prevented it from refreshing the key cache.',
      'The approval queue was cleared by the release manager.',
      'Android notifications were delayed by the retry storm.',
      'The key expired because nobody had set a reminder.',
      'The team deployed a hot reload of signing keys.',
    ],
    lost: [
      'The deploy that was meant to restart it got stuck in the approval queue.',
      'Android was affected.',
      'Notifications are re-sent by design.',
    ],
  },
];
