/** After these a full stop ends nothing, whoever splits the text. */
export const NEVER_END =
  'e.g i.e eg ie cf vs approx ca circa fig resp incl excl esp avg temp dept acc ver vol mr mrs ms dr prof nr viz'.split(
    ' ',
  );
