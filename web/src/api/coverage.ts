/** How much was heard: coverage, the ledger of a source, and alarms of blind sources. */
import type { Page } from '#libs/contracts/values.js';
import type { PastAlarmsQuery } from '#libs/contracts/http/coverage.js';
import type { CoverageView, PastAlarmView, SourceAlarmView, SourceHealthView } from '#libs/contracts/views/coverage.js';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { serverNow } from '../live/server-clock.js';
import { get, post } from './client.js';
import { keys } from './keys.js';

const EVERY_MS = 60_000;
const since = (days: number) => new Date(serverNow() - days * 86_400_000).toISOString();

export function useCoverage(days: number) {
  return useQuery({
    queryKey: keys.coverage(days),
    queryFn: ({ signal }) => get<CoverageView>('/coverage', { from: since(days) }, signal),
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
  });
}
export function useSourceHealth(id: string, days: number) {
  return useQuery({
    queryKey: keys.sourceHealth(id, days),
    queryFn: ({ signal }) => get<SourceHealthView>(`/sources/${id}/health`, { from: since(days) }, signal),
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
  });
}

/** Only for those who look after sources: others are not told. */
export function useSourceAlarms(enabled: boolean) {
  return useQuery({
    queryKey: keys.sourceAlarms,
    queryFn: ({ signal }) => get<Page<SourceAlarmView>>('/source-alarms', undefined, signal),
    refetchInterval: EVERY_MS,
    enabled,
  });
}
export type PastAlarmFilter = Partial<Pick<PastAlarmsQuery, 'kind' | 'sourceId'>>;

export function usePastAlarms(filter: PastAlarmFilter) {
  return useInfiniteQuery({
    queryKey: keys.pastAlarms(filter),
    queryFn: ({ pageParam, signal }) =>
      get<Page<PastAlarmView>>('/source-alarms/history', { ...filter, cursor: pageParam, limit: 30 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: EVERY_MS,
  });
}
export function useSeeAlarm() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post<SourceAlarmView>(`/source-alarms/${id}/acknowledge`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.sourceAlarms }),
  });
}
