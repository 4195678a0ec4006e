/** A list whose news gather on top until somebody takes them: it is never refetched on its own, because rows must not move. */
import type { Page } from '#libs/contracts/values.js';
import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { forgetArrivals, listName } from './arrivals.js';

/**
 * @param queryKey under which the list is kept and its news are counted
 * @param read the page after a cursor; null: the first one
 */
export function useLiveList<Item>(queryKey: QueryKey, read: (cursor: string | null, signal: AbortSignal) => Promise<Page<Item>>) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => {
      if (pageParam === null) forgetArrivals(listName(queryKey));
      return read(pageParam, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: 15_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
