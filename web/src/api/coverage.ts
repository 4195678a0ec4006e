/** How much was heard: coverage, the ledger of a source, and alarms of blind sources. */
import type { Page } from '#libs/contracts/values.js';
import type { CoverageView, SourceAlarmView, SourceHealthView } from '#libs/contracts/views/coverage.js';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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
export function useSeeAlarm() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post<SourceAlarmView>(`/source-alarms/${id}/acknowledge`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.sourceAlarms }),
  });
}
