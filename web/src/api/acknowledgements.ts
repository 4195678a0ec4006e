/** Acknowledging by machine: the switch, rules, what networks permit, and the ledger. */
import type {
  PreviewAnswer,
  PreviewRule,
  RuleHistory,
  RuleStep,
  RuleView,
  SaveRule,
} from '#libs/contracts/http/acknowledgement-rules.js';
import type { AutomationView, DecisionView } from '#libs/contracts/http/acknowledgements.js';
import type { AccountTerms, NetworkPermissions } from '#libs/contracts/http/permissions.js';
import type { Page } from '#libs/contracts/values.js';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { del, get, post, put } from './client.js';
import { keys } from './keys.js';

/** Whether machines may speak; live events refresh it. */
export function useAutomation() {
  return useQuery({ queryKey: keys.automation, queryFn: ({ signal }) => get<AutomationView>('/automation', undefined, signal) });
}

export function useTurnAutomation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: 'stop' | 'start' | { endHold: string }) =>
      post<AutomationView>(typeof what === 'string' ? `/automation/${what}` : `/automation-holds/${what.endHold}/end`),
    onSuccess: (view) => {
      client.setQueryData(keys.automation, view);
      void client.invalidateQueries({ queryKey: keys.acknowledgements });
    },
  });
}

export function useRules() {
  return useQuery({
    queryKey: keys.acknowledgementRules,
    queryFn: ({ signal }) => get<{ items: RuleView[] }>('/acknowledgement-rules', undefined, signal),
  });
}

export function useRuleHistory(id: string | undefined) {
  return useQuery({
    queryKey: [...keys.acknowledgementRules, id],
    queryFn: ({ signal }) => get<RuleHistory>(`/acknowledgement-rules/${id}`, undefined, signal),
    enabled: id !== undefined,
  });
}

/** Every change of a rule; the list is fetched again afterwards. */
export function useChangeRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: { save: SaveRule; id?: string } | { id: string; step: RuleStep['step'] } | { remove: string }) => {
      if ('remove' in what) return del<undefined>(`/acknowledgement-rules/${what.remove}`);
      if ('step' in what) return post<RuleView>(`/acknowledgement-rules/${what.id}/step`, { step: what.step });
      return what.id === undefined
        ? post<RuleView>('/acknowledgement-rules', what.save)
        : put<RuleView>(`/acknowledgement-rules/${what.id}`, what.save);
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.acknowledgementRules }),
  });
}

export function usePreviewRule() {
  return useMutation({ mutationFn: (body: PreviewRule) => post<PreviewAnswer>('/acknowledgement-rules/preview', body) });
}

export function usePermissions() {
  return useQuery({
    queryKey: keys.permissions,
    queryFn: ({ signal }) => get<NetworkPermissions>('/permissions', undefined, signal),
  });
}

export function useDeclareAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ sourceId, terms }: { sourceId: string; terms: AccountTerms }) =>
      put<AccountTerms>(`/accounts/${sourceId}`, terms),
    onSettled: () => client.invalidateQueries({ queryKey: keys.permissions }),
  });
}

/** `acted`: without posts that no rule was for. */
export function useAcknowledgementLedger(acted: boolean) {
  return useInfiniteQuery({
    queryKey: [...keys.acknowledgements, acted],
    queryFn: ({ pageParam, signal }) =>
      get<Page<DecisionView>>('/acknowledgements', { acted: acted || undefined, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function useJudgeDecision() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, right }: { id: string; right: boolean | null }) =>
      post<DecisionView>(`/acknowledgements/${id}/judge`, { right }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.acknowledgements });
      void client.invalidateQueries({ queryKey: keys.acknowledgementRules });
    },
  });
}

/** Calendars that a rule can go by. */
export function useCalendarNames(): { id: string; name: string }[] {
  const { data } = useQuery({
    queryKey: ['calendar-names'],
    queryFn: ({ signal }) => get<{ items: { id: string; name: string }[] }>('/calendars', undefined, signal),
  });
  return data?.items ?? [];
}
