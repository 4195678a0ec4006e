/** A list whose news gather on top until somebody takes them: it is never refetched on its own, because rows must not move. */
import type { Page } from '#libs/contracts/values.js';
import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { forgetArrivals, listName } from './arrivals.js';
import { get } from './client.js';

/** @param queryKey under which the list is kept and its news are counted */
export function useLiveList<Item>(queryKey: QueryKey, path: string, filter: object) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => {
      if (pageParam === null) forgetArrivals(listName(queryKey));
      return get<Page<Item>>(path, { ...filter, cursor: pageParam, limit: 50 }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: 15_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
