/** What came in and is not on the page yet: kept aside so that no row moves under the pointer. */
import { useCallback, useSyncExternalStore } from 'react';

const waiting = new Map<string, Set<string>>();
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Remembers that `id` belongs into `list` (see `listName`). */
export function addArrival(list: string, id: string): void {
  const ids = waiting.get(list);
  if (ids?.has(id)) return;
  waiting.set(list, new Set([...(ids ?? []), id]));
  tell();
}

/** Forgets one that no longer belongs. */
export function removeArrival(list: string, id: string): void {
  const ids = waiting.get(list);
  if (!ids?.has(id)) return;
  waiting.set(list, new Set([...ids].filter((other) => other !== id)));
  tell();
}

export function forgetArrivals(list?: string): void {
  if (list === undefined) waiting.clear();
  else if (!waiting.delete(list)) return;
  tell();
}

/** A stable name of a list from its query key. */
export const listName = (key: readonly unknown[]): string => JSON.stringify(key);

const NONE: ReadonlySet<string> = new Set();

/** What waits for this list. */
export function useArrivals(list: string): ReadonlySet<string> {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => waiting.get(list) ?? NONE, [list]),
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
