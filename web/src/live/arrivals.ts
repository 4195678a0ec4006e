/** What came in and is not on the page yet: kept aside so that no row moves under the pointer. */
import { useCallback, useSyncExternalStore } from 'react';

const waiting = new Map<string, Set<string>>();
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Remembers that `id` belongs into `list` (see `listName`). */
export function addArrival(list: string, id: string): void {
  const ids = waiting.get(list) ?? new Set();
  if (ids.has(id)) return;
  waiting.set(list, ids.add(id));
  tell();
}

export function forgetArrivals(list?: string): void {
  if (list === undefined) waiting.clear();
  else if (!waiting.delete(list)) return;
  tell();
}

/** A stable name of a list from its query key. */
export const listName = (key: readonly unknown[]): string => JSON.stringify(key);

/** How many are waiting for this list. */
export function useArrivals(list: string): number {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => waiting.get(list)?.size ?? 0, [list]),
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
