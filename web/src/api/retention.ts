/** Budgets of sources, how long things are kept, and erasing a person. */
import type { SourceUseView } from '#libs/contracts/views/budget.js';
import type { ErasePerson, ErasureView, RetentionRule, RetentionView } from '#libs/contracts/http/retention.js';
import type { Page } from '#libs/contracts/values.js';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post, put } from './client.js';
import { keys } from './keys.js';

export function useSourceUse() {
  return useQuery({
    queryKey: keys.sourceUse,
    queryFn: ({ signal }) => get<Page<SourceUseView>>('/source-use', undefined, signal),
    refetchInterval: 60_000,
  });
}
export function useRetention() {
  return useQuery({ queryKey: keys.retention, queryFn: ({ signal }) => get<RetentionView>('/retention', undefined, signal) });
}
export function useChangeRetention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (items: RetentionRule[]) => put<RetentionView>('/retention', { items }),
    onSuccess: (view) => client.setQueryData(keys.retention, view),
  });
}
export function useErasures(enabled: boolean) {
  return useQuery({
    queryKey: keys.erasures,
    queryFn: ({ signal }) => get<Page<ErasureView>>('/erasures', undefined, signal),
    enabled,
  });
}
export function useErasePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (who: ErasePerson) => post<ErasureView>('/erasures', who),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.erasures }),
  });
}
