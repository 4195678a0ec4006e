/** Cases: the lists of the queue, one case whole, and what may be done to it. */
import type { CaseCounts } from '#libs/contracts/http/cases.js';
import type { Acknowledge, AddNote, Claim, Reopen, Reply, Resolve } from '#libs/contracts/http/cases.js';
import type { Page } from '#libs/contracts/values.js';
import type { CaseCard, CaseView } from '#libs/contracts/views/case.js';
import { type InfiniteData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from './client.js';
import { type CaseListFilter, keys } from './keys.js';
import { useLiveList } from './live-list.js';

export type CasePages = InfiniteData<Page<CaseCard>, string | null>;

/** A list of the queue. */
export const useCaseList = (filter: CaseListFilter) =>
  useLiveList(keys.caseList(filter), (cursor, signal) => get<Page<CaseCard>>('/cases', { ...filter, cursor, limit: 50 }, signal));

export function useCaseCounts() {
  return useQuery({ queryKey: keys.caseCounts, queryFn: ({ signal }) => get<CaseCounts>('/cases/counts', undefined, signal) });
}

export function useCase(id: string | undefined) {
  return useQuery({
    queryKey: keys.case(id ?? ''),
    queryFn: ({ signal }) => get<CaseView>(`/cases/${id}`, undefined, signal),
    enabled: id !== undefined,
  });
}

/** What the desk can be asked to do with a case; every verb answers the case as it is then. */
export type CaseStep =
  | { verb: 'claim'; body: Partial<Claim> }
  | { verb: 'release'; body?: undefined }
  | { verb: 'acknowledge'; body: Partial<Acknowledge> }
  | { verb: 'reply'; body: Partial<Reply> & Pick<Reply, 'text'> }
  | { verb: 'notes'; body: AddNote }
  | { verb: 'resolve'; body: Resolve }
  | { verb: 'reopen'; body: Reopen }
  | { verb: 'wait' | 'follow-up'; body: { note?: string } }
  | { verb: 'resume'; body: Record<string, never> }
  | { verb: 'promise'; body: { until: string; note?: string } }
  | { verb: 'exclude' | 'include'; body: { reason: string } };

export function useCaseStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, body }: CaseStep) => post<CaseView>(`/cases/${id}/${verb}`, body),
    onSuccess: (view) => keepCase(client, view),
    onError: () => client.invalidateQueries({ queryKey: keys.case(id) }),
  });
}

/** Takes a reply back while it waits. */
export function useCancelReply(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (replyId: string) => post<unknown>(`/replies/${replyId}/cancel`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.case(caseId) }),
  });
}

/** A person says whether a parked reply has gone out. */
export function useSettleReply(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ replyId, sent }: { replyId: string; sent: boolean }) => post<unknown>(`/replies/${replyId}/settle`, { sent }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.case(caseId) }),
  });
}

export function useOpenCase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mentionId: string) => post<CaseView>('/cases', { mentionId }),
    onSuccess: (view) => {
      keepCase(client, view);
      void client.invalidateQueries({ queryKey: keys.mentionLists });
    },
  });
}

export function keepCase(client: QueryClient, view: CaseView): void {
  client.setQueryData(keys.case(view.card.id), view);
  mergeCard(client, view.card);
  void client.invalidateQueries({ queryKey: keys.caseCounts });
}

/**
 * Puts a newer card in the place of the older one in every list that holds it; rows keep their places.
 * Returns the filters of the lists that do not hold it.
 */
export function mergeCard(client: QueryClient, card: CaseCard): CaseListFilter[] {
  const without: CaseListFilter[] = [];
  for (const [key, data] of client.getQueriesData<CasePages>({ queryKey: keys.caseLists })) {
    if (!data) continue;
    if (!data.pages.some((page) => page.items.some((item) => item.id === card.id))) {
      without.push(key[1] as CaseListFilter);
      continue;
    }
    client.setQueryData<CasePages>(key, {
      ...data,
      pages: data.pages.map((page) => ({ ...page, items: page.items.map((item) => newer(item, card)) })),
    });
  }
  return without;
}

const newer = (old: CaseCard, card: CaseCard) => (old.id === card.id && card.version >= old.version ? card : old);
