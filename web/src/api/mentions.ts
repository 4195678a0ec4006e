/** Everything heard, and correcting how it was read. */
import type { Correction } from '#libs/contracts/http/analyse.js';
import type { ChangeMention, CopiesView, VolumeView } from '#libs/contracts/http/mentions.js';
import type { Page } from '#libs/contracts/values.js';
import type { MentionView } from '#libs/contracts/views/mention.js';
import { type InfiniteData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, patch, post } from './client.js';
import { keys, type MentionFilter } from './keys.js';
import { useLiveList } from './live-list.js';

export type MentionPages = InfiniteData<Page<MentionView>, string | null>;

export const useMentionList = (filter: MentionFilter) => useLiveList<MentionView>(keys.mentionList(filter), '/mentions', filter);

export function useChangeMention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: ChangeMention & { id: string }) => patch<MentionView>(`/mentions/${id}`, change),
    onSuccess: (mention) => mergeMention(client, mention),
  });
}

/** Puts a changed mention in its place in every list. */
export function mergeMention(client: QueryClient, mention: MentionView): void {
  for (const [key, data] of client.getQueriesData<MentionPages>({ queryKey: keys.mentionLists })) {
    if (!data) continue;
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === mention.id ? mention : item)),
    }));
    client.setQueryData<MentionPages>(key, { ...data, pages });
  }
}

export function useCorrect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (item: Correction) => post<unknown>('/corrections', { items: [item] }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.mentionLists });
      void client.invalidateQueries({ queryKey: ['case'] });
    },
  });
}

/** How much was heard in the last four weeks, by the reader's days. */
export function useVolume(watchId: string | undefined) {
  return useQuery({
    queryKey: keys.mentionVolume(watchId),
    queryFn: ({ signal }) =>
      get<VolumeView>('/mentions/volume', { watchId, zone: Intl.DateTimeFormat().resolvedOptions().timeZone }, signal),
    refetchInterval: 60_000,
    staleTime: 30_000,
  });
}

export function useCopies(mentionId: string) {
  return useQuery({
    queryKey: ['copies', mentionId],
    queryFn: ({ signal }) => get<CopiesView>(`/mentions/${mentionId}/copies`, undefined, signal),
    staleTime: 60_000,
  });
}
