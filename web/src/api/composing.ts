/** Writing an answer: how it reads, what is kept of it, who else is at the case, and what managers ask of replies. */
import type { CheckedReply, DraftMode, PeopleAtCase, ReplyRules, SavedDraft } from '#libs/contracts/http/composing.js';
import type { ReplyKind, Visibility } from '#libs/contracts/words.js';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post, put } from './client.js';
import { keys } from './keys.js';

/** The zone in which a responder means "by 15:00". */
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Hints and promises of what stands in the box; the last ones stay until new ones are here. */
export function useCheckedReply(caseId: string, kind: ReplyKind, text: string, visibility: Visibility) {
  return useQuery({
    queryKey: keys.checkedReply(caseId, kind, text, visibility),
    queryFn: ({ signal }) => post<CheckedReply>(`/cases/${caseId}/check`, { kind, text, visibility, zone: ZONE }, signal),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  });
}

export const saveDraft = (caseId: string, mode: DraftMode, text: string, visibility: Visibility | null) =>
  put<SavedDraft>(`/cases/${caseId}/draft`, { mode, text, visibility });

export const beAtCase = (caseId: string, how: { here?: boolean; writing?: boolean }) =>
  put<PeopleAtCase>(`/cases/${caseId}/presence`, how);

/** A colleague's reply goes out, or returns to its writer. */
export function useApproval(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ replyId, reason }: { replyId: string; reason?: string }) =>
      reason === undefined ? post(`/replies/${replyId}/approve`) : post(`/replies/${replyId}/send-back`, { reason }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.case(caseId) }),
  });
}

export function useReplyRules() {
  return useQuery({ queryKey: keys.replyRules, queryFn: ({ signal }) => get<ReplyRules>('/reply-rules', undefined, signal) });
}

export function useSetReplyRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rules: ReplyRules) => put<ReplyRules>('/reply-rules', rules),
    onSuccess: (rules) => client.setQueryData(keys.replyRules, rules),
  });
}
