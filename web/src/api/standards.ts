/** Service standards, calendars, and the flight recorder of a case. */
import type {
  CalendarView,
  CountriesAnswer,
  DueTimesAnswer,
  HolidaysAnswer,
  SaveCalendar,
} from '#libs/contracts/http/calendars.js';
import type {
  AttainmentView,
  CheckedStandard,
  CountedClocks,
  CountedClockView,
  StandardChange,
  StandardsView,
  StandardTerms,
  StandardVersionView,
  StandardView,
} from '#libs/contracts/http/standards.js';
import type { Staffing, WhatIfView } from '#libs/contracts/http/what-if.js';
import type { Page } from '#libs/contracts/values.js';
import type { CaseClocks } from '#libs/contracts/views/case-clocks.js';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { del, get, post, put } from './client.js';
import { keys } from './keys.js';

interface List<T> {
  items: T[];
}

export function useStandards() {
  return useQuery({ queryKey: keys.standards, queryFn: ({ signal }) => get<StandardsView>('/standards', undefined, signal) });
}
export function useAttainment() {
  return useQuery({
    queryKey: keys.attainment,
    queryFn: ({ signal }) => get<List<AttainmentView>>('/standards/attainment', { weeks: 8 }, signal),
  });
}
export function useStandardHistory() {
  return useQuery({
    queryKey: keys.standardHistory,
    queryFn: ({ signal }) => get<List<StandardChange>>('/standards/history', undefined, signal),
  });
}
/** The clocks behind a figure: of a standard in its window, or with null of all of them in the last 24 hours. */
export function useCountedClocks(id: string | null, show: CountedClocks['show'], most: number) {
  return useQuery({
    queryKey: [...keys.standards, 'clocks', id, show, most],
    queryFn: ({ signal }) =>
      get<Page<CountedClockView>>(id === null ? '/watchtower/clocks' : `/standards/${id}/clocks`, { show, limit: most }, signal),
    placeholderData: keepPreviousData,
  });
}
export function useStandardVersions(id: string | undefined) {
  return useQuery({
    queryKey: keys.standardVersions(id ?? ''),
    queryFn: ({ signal }) => get<List<StandardVersionView>>(`/standards/${id}/versions`, undefined, signal),
    enabled: id !== undefined,
  });
}

/** The sentence, what speaks against the terms, and which stored cases they would catch. */
export function useCheckStandard(terms: StandardTerms, standardId: string | null, enabled: boolean) {
  return useQuery({
    queryKey: ['standard-check', standardId, terms],
    queryFn: ({ signal }) => post<CheckedStandard>('/standards/check', { terms, standardId }, signal),
    placeholderData: keepPreviousData,
    enabled,
    retry: false,
    gcTime: 60_000,
  });
}

export type StandardStep =
  | { do: 'draft'; id?: string; terms: StandardTerms }
  | { do: 'publish' | 'retire'; id: string; reason: string }
  | { do: 'discard'; id: string }
  | { do: 'order'; ids: string[]; reason: string };

/** One step in the life of a standard; whatever shows standards is read anew. */
export function useStandardStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: StandardStep): Promise<StandardView | undefined> => {
      if (step.do === 'draft')
        return step.id === undefined
          ? post('/standards', { terms: step.terms })
          : put(`/standards/${step.id}/draft`, { terms: step.terms });
      if (step.do === 'discard') return del(`/standards/${step.id}/draft`);
      if (step.do === 'order') return post('/standards/order', { ids: step.ids, reason: step.reason });
      return post(`/standards/${step.id}/${step.do}`, { reason: step.reason });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.standards }),
  });
}

export function useCalendars() {
  return useQuery({
    queryKey: keys.calendars,
    queryFn: ({ signal }) => get<List<CalendarView>>('/calendars', undefined, signal),
  });
}
export function useSaveCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...calendar }: SaveCalendar & { id?: string }) =>
      id === undefined ? post<CalendarView>('/calendars', calendar) : put<CalendarView>(`/calendars/${id}`, calendar),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.calendars }),
  });
}
export function useRemoveCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => del<unknown>(`/calendars/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.calendars }),
  });
}
export function useCountries() {
  return useQuery({
    queryKey: ['countries'],
    queryFn: ({ signal }) => get<CountriesAnswer>('/calendars/countries', undefined, signal),
    staleTime: Infinity,
  });
}
/** The public holidays of some years, to be put into a calendar. */
export function useFetchHolidays() {
  return useMutation({
    mutationFn: (asked: { country: string; region?: string; from: number; years: number }) =>
      get<HolidaysAnswer>('/calendars/holidays', asked),
  });
}
export function useDueTimes() {
  return useMutation({
    mutationFn: (asked: { calendar: SaveCalendar['rules']; items: { from: string; seconds: number }[] }) =>
      post<DueTimesAnswer>('/calendars/due', asked),
  });
}

/** @param at an instant, or "" for now */
export function useCaseClocks(caseId: string, at: string) {
  return useQuery({
    queryKey: keys.caseClocks(caseId, at),
    queryFn: ({ signal }) => get<CaseClocks>(`/cases/${caseId}/clocks`, at ? { at } : undefined, signal),
    placeholderData: keepPreviousData,
  });
}

export function useAskWhatIf() {
  return useMutation({
    mutationFn: (asked: { terms: StandardTerms; standardId: string | null; weeks: number; staffing: Staffing | null }) =>
      post<WhatIfView>('/what-if', asked),
  });
}
/** Asked again while it runs. */
export function useWhatIf(id: string | null) {
  return useQuery({
    queryKey: keys.whatIf(id ?? ''),
    queryFn: ({ signal }) => get<WhatIfView>(`/what-if/${id}`, undefined, signal),
    enabled: id !== null,
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 700 : false),
  });
}
export function useCancelWhatIf() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => del<WhatIfView>(`/what-if/${id}`),
    onSuccess: (view) => client.setQueryData(keys.whatIf(view.id), view),
  });
}
