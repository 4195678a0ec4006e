/** Everything heard, and correcting how it was read. */
import type { Correction } from '#libs/contracts/http/analyse.js';
import type { ChangeMention, CopiesView, MentionPage, VolumeView } from '#libs/contracts/http/mentions.js';
import type { Page } from '#libs/contracts/values.js';
import type { MentionView } from '#libs/contracts/views/mention.js';
import { type InfiniteData, type QueryClient, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, patch, post } from './client.js';
import { keys, type MentionFilter } from './keys.js';
import { useLiveList } from './live-list.js';

export type MentionPages = InfiniteData<Page<MentionView>, string | null>;

const PAGE = 50;
/** What was found is shown after so many looks further back; until there is something, they go on to the end. */
const MOST_LOOKS = 20;

export function useMentionList(filter: MentionFilter) {
  const client = useQueryClient();
  const looked = (to: string | null) => client.setQueryData<string | null>(keys.mentionsLooked(filter), to);
  return useLiveList<MentionView>(keys.mentionList(filter), (from, signal) => {
    const look = (cursor: string | null, limit: number) => get<MentionPage>('/mentions', { ...filter, cursor, limit }, signal);
    return fullPage(look, from, looked);
  });
}

/** How far back the list has looked that is still looking; null: it is not. */
export function useMentionsLooked(filter: MentionFilter): string | null {
  const { data } = useQuery<string | null>({ queryKey: keys.mentionsLooked(filter), queryFn: skipToken });
  return data ?? null;
}

/** Where filters seldom meet, the desk answers how far it looked: it is asked again until a page is full, or there is no more. */
async function fullPage(
  look: (cursor: string | null, limit: number) => Promise<MentionPage>,
  from: string | null,
  looked: (to: string | null) => void,
): Promise<Page<MentionView>> {
  const items: MentionView[] = [];
  let cursor = from;
  try {
    for (let looks = 1; ; looks++) {
      const page = await look(cursor, PAGE - items.length);
      items.push(...page.items);
      cursor = page.nextCursor;
      const enough = items.length >= PAGE || (items.length > 0 && looks >= MOST_LOOKS);
      if (cursor === null || page.lookedTo === null || enough) return { items, nextCursor: cursor };
      looked(page.lookedTo);
    }
  } finally {
    looked(null);
  }
}

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
