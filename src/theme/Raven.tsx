/** The raven of the brand. Decoration only; the word beside it names the product. */
export const Raven = () => (
  <svg className="raven" viewBox="0 0 48 40" aria-hidden="true" focusable="false">
    <path
      fill="currentColor"
      d="M1 12.400C4.600 9.800 8 8.500 11.200 8.300 13.400 5 16.600 3.300 20.300 3.600c4.300.4 7.200 3 8.500 6.700 1.300 3.800 4.200 6.900 8.100 9.900 3.700 2.900 7.200 6.600 10.100 12.600l-7.600-3.400 2.500 6.100-7.700-5.100c-1.700 1.400-3.800 2.300-6.200 2.700l1.400 4.100 3.600.9v1.300h-5.300l-1.900-6-2.500-.1.600 4.700 3.500 1.100v1.300h-5.200l-1-7.500c-5.300-1.500-8.800-5.600-9.500-11.300-.3-2.300-.1-4.500.5-6.500-3.300-.4-7-.9-11.200-.7z"
    />
    <circle className="raven-eye" cx="18.800" cy="9" r="1.350" />
  </svg>
);

/** A cobweb for a corner; shown in themes that ask for it. */
export const Cobweb = () => (
  <svg className="cobweb" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
    <g fill="none" stroke="currentColor" strokeWidth="0.8">
      <path d="M120 0 6 14M120 0 20 62M120 0 58 106M120 0 108 118" />
      <path d="M92 3.500q-1 12 4.500 11.500 0 10 8 12 2 6 9 3.500" />
      <path d="M64 7q-1 22 9 23 1 18 17 22 5 12 25 10" />
      <path d="M36 10.500q-1 32 13 36 3 26 26 32 9 17 38 14" />
    </g>
  </svg>
);
