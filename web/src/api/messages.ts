/** The ledger of messages, what authors wish, and from when on machines leave posts to people. */
import type { MessageQuery, MessageView } from '#libs/contracts/http/messages.js';
import type { AccountLimits, Limits, LimitsView } from '#libs/contracts/http/permission-limits.js';
import type { AuthorWishes, MarkAuthor, WishesOfAuthor, WishesQuery } from '#libs/contracts/http/permissions.js';
import type { Page } from '#libs/contracts/values.js';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, patch, put } from './client.js';
import { keys } from './keys.js';

export type MessageFilter = Partial<Pick<MessageQuery, 'state' | 'kind' | 'network' | 'from'>> & { automatic?: 'true' | 'false' };

export function useMessages(filter: MessageFilter) {
  return useInfiniteQuery({
    queryKey: [...keys.messages, filter],
    queryFn: ({ pageParam, signal }) => get<Page<MessageView>>('/replies', { ...filter, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** @returns where the file of the same messages is */
export function messagesFile(filter: MessageFilter): string {
  const query = new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])));
  return `/api/v1/replies/export${query.size > 0 ? `?${query}` : ''}`;
}

export function useWishes(filter: Partial<Pick<WishesQuery, 'what' | 'q'>>) {
  return useInfiniteQuery({
    queryKey: [...keys.wishes, filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<WishesOfAuthor>>('/authors/wishes', { ...filter, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function useWishesOf(authorId: string) {
  return useQuery({
    queryKey: [...keys.wishes, 'of', authorId],
    queryFn: ({ signal }) => get<AuthorWishes>(`/authors/${authorId}/wishes`, undefined, signal),
  });
}

export function useMarkAuthor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ authorId, ...body }: MarkAuthor & { authorId: string }) =>
      patch<AuthorWishes>(`/authors/${authorId}/wishes`, body),
    onSettled: () => client.invalidateQueries({ queryKey: keys.wishes }),
  });
}

export function useLimits() {
  return useQuery({
    queryKey: keys.limits,
    queryFn: ({ signal }) => get<LimitsView>('/permission-limits', undefined, signal),
  });
}

/** Everywhere, or for the account of one source. */
export function useSetLimits() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: { everywhere: Limits } | { sourceId: string; own: AccountLimits }) =>
      'everywhere' in what
        ? put<LimitsView>('/permission-limits', what.everywhere)
        : put<LimitsView>(`/accounts/${what.sourceId}/limits`, what.own),
    onSuccess: (view) => client.setQueryData(keys.limits, view),
  });
}
