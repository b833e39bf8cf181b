/** What a verdict is sealed with: a balance, or by candlelight a raven's feather in wax. Decoration. */
export const Seal = () => (
  <span className="seal">
    <svg className="seal-calm" aria-hidden="true" viewBox="0 0 24 24" focusable="false">
      <path d="M12 3.500v16M8 20h8M5 7l7-1.500L19 7M5 7l-2.500 6.500a2.700 2.700 0 0 0 5 0zM19 7l-2.500 6.500a2.700 2.700 0 0 0 5 0z" />
    </svg>
    <svg className="seal-grim" aria-hidden="true" viewBox="0 0 24 24" focusable="false">
      <path d="M19.500 4C12 4.500 7 9 5.500 15.500L4 20M19.500 4c.3 6.500-3.500 11-11 11.500M8 15.500l6-6.500M10.500 13H14M12.500 10.500v-2.500" />
    </svg>
  </span>
);
