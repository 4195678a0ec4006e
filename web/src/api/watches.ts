/** Watches, and trying a query before it is one. */
import type {
  AddWatch,
  ChangeWatch,
  PreviewWatch,
  PreviewWatchAnswer,
  TestWatch,
  TestWatchAnswer,
} from '#libs/contracts/http/watches.js';
import type { Page } from '#libs/contracts/values.js';
import type { WatchView } from '#libs/contracts/views/watch.js';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { del, get, patch, post } from './client.js';
import { keys } from './keys.js';

export function useWatches() {
  return useQuery({ queryKey: keys.watches, queryFn: ({ signal }) => get<Page<WatchView>>('/watches', { limit: 200 }, signal) });
}

export function useSaveWatch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...watch }: (Partial<AddWatch> | ChangeWatch) & { id?: string }) =>
      id === undefined ? post<WatchView>('/watches', watch) : patch<WatchView>(`/watches/${id}`, watch),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.watches }),
  });
}

export function useRemoveWatch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => del<unknown>(`/watches/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.watches }),
  });
}

/** What a query would have found lately in what is stored. For managers. */
export function useWatchPreview(preview: PreviewWatch, enabled: boolean) {
  return useQuery({
    queryKey: ['watch-test', 'preview', preview],
    queryFn: ({ signal }) => post<PreviewWatchAnswer>('/watches/preview', preview, signal),
    enabled: enabled && preview.query.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
    gcTime: 60_000,
  });
}

/** What a query finds in some texts. An unreadable query is an `ApiError` with code `invalid-query`. */
export function useWatchTest(test: TestWatch) {
  return useQuery({
    queryKey: ['watch-test', test],
    queryFn: () => post<TestWatchAnswer>('/watches/test', test),
    enabled: test.query.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
    gcTime: 60_000,
  });
}
