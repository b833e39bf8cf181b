import { useEffect, useState } from 'react';
import { useLocation, useNavigationType, useSearchParams } from 'react-router';
import { addressOf, type Filters, filtersFrom } from './filters';

interface KeptFilters {
  filters: Filters;
  /** Sets them, and writes them into the address without a step of its own in the history. */
  filter(chosen: Filters): void;
  /** The address of this list with something else chosen. */
  addressWith(change: Partial<Filters>): { search: string };
}

/** The filters of a list, which its address keeps: over a reload, by a link, and going back. */
export function useFilters(): KeptFilters {
  const [address, setAddress] = useSearchParams();
  // Typing must not wait for the address, which follows it.
  const [filters, setFilters] = useState(() => filtersFrom(address));
  const { key } = useLocation();
  const how = useNavigationType();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each step, and not for what the step is made of
  useEffect(() => {
    // What replaces the address is what was chosen here, and may lag behind what has been typed since.
    if (how !== 'REPLACE') setFilters(filtersFrom(address));
  }, [key]);
  return {
    filters,
    filter: (chosen) => {
      setFilters(chosen);
      setAddress((before) => addressOf(chosen, before), { replace: true, preventScrollReset: true });
    },
    addressWith: (change) => ({ search: addressOf({ ...filters, ...change }, address).toString() }),
  };
}
