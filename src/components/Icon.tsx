const PATHS = {
  add: 'M12 5v14M5 12h14',
  up: 'm6 14 6-6 6 6',
  down: 'm6 10 6 6 6-6',
  remove: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  download: 'M12 4v11m-4.500-4.500L12 15l4.500-4.500M5 20h14',
  archive: 'M4 5h16v4H4zM6 9v10h12V9M10 13h4',
  unarchive: 'M4 5h16v4H4zM6 9v10h12V9M12 17v-5m-2.500 2.500L12 12l2.500 2.500',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm5 12 4 4',
  enhance: 'M12 3.500 13.800 9l5.700 2-5.700 2L12 18.500 10.200 13l-5.700-2 5.700-2zM19 16.500v4M17 18.500h4',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.500 20c1-4 4-5.500 7.500-5.500s6.500 1.500 7.500 5.500',
  share:
    'M8.500 13.500 15.500 17M15.500 7l-7 3.500M6 9.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5zm12-6a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5zm0 12a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z',
  warning: 'M12 4 2.800 20h18.400zM12 10v4.500M12 17.300v.1',
} as const;

/** A drawn symbol. Decoration: the words beside it carry the meaning. */
export const Icon = ({ name }: { name: keyof typeof PATHS }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
