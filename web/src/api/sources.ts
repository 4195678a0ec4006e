/** Sources: where posts come from, how they fare, and connecting one. */
import type { AddSource, AddSourceAnswer, ChangeSource, TestSource, TestSourceAnswer } from '#libs/contracts/http/sources.js';
import type { Page } from '#libs/contracts/values.js';
import type { ConnectorView, PollView, RefusedPostView, SourceView } from '#libs/contracts/views/source.js';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { del, get, patch, post } from './client.js';
import { keys } from './keys.js';

export function useSources() {
  return useQuery({ queryKey: keys.sources, queryFn: ({ signal }) => get<Page<SourceView>>('/sources', { limit: 200 }, signal) });
}
export function useConnectors(enabled = true) {
  return useQuery({
    queryKey: keys.connectors,
    queryFn: ({ signal }) => get<Page<ConnectorView>>('/connectors', undefined, signal),
    staleTime: Infinity,
    enabled,
  });
}
export function useSourcePolls(id: string) {
  return useQuery({
    queryKey: keys.sourcePolls(id),
    queryFn: ({ signal }) => get<Page<PollView>>(`/sources/${id}/polls`, { limit: 50 }, signal),
  });
}
export function useRefusedPosts(id: string) {
  return useQuery({
    queryKey: keys.sourceRefused(id),
    queryFn: ({ signal }) => get<Page<RefusedPostView>>(`/sources/${id}/refused`, { limit: 50 }, signal),
  });
}

export function useSaveSource() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...source }: (Partial<AddSource> | ChangeSource) & { id?: string }) =>
      id === undefined ? post<AddSourceAnswer>('/sources', source) : patch<AddSourceAnswer>(`/sources/${id}`, source),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.sources }),
  });
}
export function useRemoveSource() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => del<unknown>(`/sources/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.sources }),
  });
}
export function usePollNow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post<unknown>(`/sources/${id}/poll`),
    onSettled: (_a, _b, id) => {
      void client.invalidateQueries({ queryKey: keys.sources });
      void client.invalidateQueries({ queryKey: keys.sourcePolls(id) });
      void client.invalidateQueries({ queryKey: keys.sourceRefused(id) });
    },
  });
}
export function useTestSource() {
  return useMutation({ mutationFn: (test: TestSource) => post<TestSourceAnswer>('/sources/test', test) });
}
