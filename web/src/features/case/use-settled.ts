/** A value that has stood still for a while. */
import { useEffect, useState } from 'react';

/** @returns the last value that did not change for `ms` milliseconds */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const wait = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(wait);
  }, [value, ms]);
  return settled;
}
