/** The raven of the brand. Decoration only; the word beside it names the product. */
export const Raven = () => (
  <svg className="raven" viewBox="0 0 48 40" aria-hidden="true" focusable="false">
    <path
      fill="currentColor"
      d="M2 15.500 13.500 11c1.600-4.300 5.300-7 9.900-6.800 4.900.2 8.500 3.300 9.600 8.200 1 4.500 3.500 7.600 7 10.800 2.600 2.400 4.400 5.300 5.500 8.600l-6.900-1.400 1.800 5.600-6.300-3.700c-1.600.9-3.400 1.500-5.300 1.700l-.5 4.500h-1.700l-.3-4.500c-1-.1-2-.2-3-.5l-1.900 4.600h-1.800l1.200-5.300c-5.300-2-8.700-6.400-9.200-12.200l.2-3.700z"
    />
    <circle className="raven-eye" cx="21.800" cy="11.400" r="1.500" />
  </svg>
);

/** A cobweb for a corner; shown in the Addams theme only. */
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
