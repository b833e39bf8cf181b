const AMOUNT = '~?\\d+(?:[.,]\\d+)?\\s?(?:min(?:ute)?s?|h(?:ours?|rs?)?|s(?:ec(?:ond)?s?)?|days?)';

/** "~67 min.", "It lasted about 2 hours 5 minutes in total", "40 min downtime". */
const ONLY_A_LENGTH = new RegExp(
  `^\\W*(?:(?:it |this |outage |incident )?(?:lasted|took) )?(?:for |in total |total[: ]*|about |around |roughly |approx\\.? |~)*${AMOUNT}(?: \\d+\\s?min(?:ute)?s?)?(?: (?:in total|total|overall|all in all|downtime|of downtime|outage))?\\W*$`,
  'i',
);

/** Whether a text says how long something took, and nothing else. */
export const isOnlyALength = (text: string): boolean => ONLY_A_LENGTH.test(text);
