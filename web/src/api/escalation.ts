/** Escalation: ladders, the addresses they call, duty, who was told, raising by hand, and one's own wishes. */
import type {
  AddAlarmHook,
  AddBrowser,
  AddDuty,
  AlarmHookView,
  DutyView,
  LadderView,
  NewWebhook,
  NoticeSettings,
  TriedWebhook,
  NoticeView,
  NoticeWishes,
  SetLadder,
} from '#libs/contracts/http/ladders.js';
import type { Page } from '#libs/contracts/values.js';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { del, get, post, put } from './client.js';
import { keys } from './keys.js';

interface List<T> {
  items: T[];
}

export function useLadders() {
  return useQuery({ queryKey: keys.ladders, queryFn: ({ signal }) => get<List<LadderView>>('/ladders', undefined, signal) });
}

/** Adds, changes or takes away; the list answers. */
export function useChangeLadders() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ladder }: { id?: string; ladder?: SetLadder }) =>
      ladder === undefined
        ? del<List<LadderView>>(`/ladders/${id}`)
        : id === undefined
          ? post<List<LadderView>>('/ladders', ladder)
          : put<List<LadderView>>(`/ladders/${id}`, ladder),
    onSuccess: (list) => client.setQueryData(keys.ladders, list),
  });
}

export function useAlarmHooks() {
  return useQuery({
    queryKey: keys.alarmHooks,
    queryFn: ({ signal }) => get<List<AlarmHookView>>('/alarm-hooks', undefined, signal),
  });
}

export function useChangeAlarmHooks() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: AddAlarmHook | { id: string }) =>
      'id' in what ? del<unknown>(`/alarm-hooks/${what.id}`) : post<unknown>('/alarm-hooks', what),
    onSettled: () => client.invalidateQueries({ queryKey: keys.alarmHooks }),
  });
}

export function useDuties() {
  return useQuery({ queryKey: keys.duties, queryFn: ({ signal }) => get<List<DutyView>>('/duties', undefined, signal) });
}

export function useChangeDuties() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: AddDuty | { id: string }) =>
      'id' in what ? del<List<DutyView>>(`/duties/${what.id}`) : post<List<DutyView>>('/duties', what),
    onSuccess: (list) => client.setQueryData(keys.duties, list),
  });
}

export function useNotices() {
  return useInfiniteQuery({
    queryKey: keys.notices,
    queryFn: ({ pageParam, signal }) => get<Page<NoticeView>>('/notices', { cursor: pageParam, limit: 30 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: 30_000,
  });
}

export function useRaise(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => post<unknown>(`/cases/${caseId}/escalate`, { reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.case(caseId) }),
  });
}

export function useMyNotices() {
  return useQuery({ queryKey: keys.myNotices, queryFn: ({ signal }) => get<NoticeSettings>('/me/notices', undefined, signal) });
}

export function useChangeMyNotices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: { wishes: NoticeWishes } | { browser: AddBrowser } | 'forget-browsers') =>
      what === 'forget-browsers'
        ? del<NoticeSettings>('/me/browsers')
        : 'browser' in what
          ? post<NoticeSettings>('/me/browsers', what.browser)
          : put<NoticeSettings>('/me/notices', what.wishes),
    onSuccess: (mine) => client.setQueryData(keys.myNotices, mine),
  });
}

/** One's own webhook: its secret is in the answer to setting it, and nowhere else. */
export function useMyWebhook() {
  const client = useQueryClient();
  const set = useMutation({
    mutationFn: (url: string) => put<NewWebhook>('/me/webhook', { url }),
    onSuccess: ({ secret: _, ...mine }) => client.setQueryData<NoticeSettings>(keys.myNotices, mine),
  });
  const remove = useMutation({
    mutationFn: () => del<NoticeSettings>('/me/webhook'),
    onSuccess: (mine) => client.setQueryData(keys.myNotices, mine),
  });
  return { set, remove, trial: useMutation({ mutationFn: () => post<TriedWebhook>('/me/webhook/try') }) };
}
