/** What is coming. */
import type { EarlyAlarmsQuery } from '#libs/contracts/http/early-alarms.js';
import type { Page } from '#libs/contracts/values.js';
import type { EarlyAlarmView, ForesightView } from '#libs/contracts/views/foresight.js';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from './client.js';
import { keys } from './keys.js';

export function useForesight() {
  return useQuery({
    queryKey: keys.foresight,
    queryFn: ({ signal }) => get<ForesightView>('/foresight', undefined, signal),
    refetchInterval: 60_000,
  });
}

/** What it warned of before. */
export function useEarlyAlarms(kind: EarlyAlarmsQuery['kind']) {
  return useInfiniteQuery({
    queryKey: keys.earlyAlarms(kind),
    queryFn: ({ pageParam, signal }) =>
      get<Page<EarlyAlarmView>>('/foresight/alarms', { kind, cursor: pageParam, limit: 30 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: 60_000,
  });
}

/** Says that one is on them. */
export function useTakeOnAlarms() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) =>
      Promise.all(ids.map((id) => post<EarlyAlarmView>(`/foresight/alarms/${id}/acknowledge`))),
    onSettled: () => client.invalidateQueries({ queryKey: keys.foresight }),
  });
}
