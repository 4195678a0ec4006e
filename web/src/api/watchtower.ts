/** The Watchtower's figures, and taking notice of an escalation. */
import type { WatchtowerView } from '#libs/contracts/views/watchtower.js';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from './client.js';
import { keys } from './keys.js';

export function useWatchtower() {
  return useQuery({
    queryKey: keys.watchtower,
    queryFn: ({ signal }) => get<WatchtowerView>('/watchtower', undefined, signal),
    refetchInterval: 30_000,
  });
}
export function useAcknowledgeEscalation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post<unknown>(`/escalations/${id}/acknowledge`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.watchtower }),
  });
}
