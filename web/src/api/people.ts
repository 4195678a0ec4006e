/** People, teams and API tokens. */
import type { AddPerson, AddToken, ChangePerson } from '#libs/contracts/http/people.js';
import type { Page } from '#libs/contracts/values.js';
import type { PersonView, TeamView, TokenView } from '#libs/contracts/views/people.js';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { del, get, patch, post } from './client.js';
import { keys } from './keys.js';

export function usePeople() {
  return useQuery({ queryKey: keys.people, queryFn: ({ signal }) => get<Page<PersonView>>('/people', { limit: 200 }, signal) });
}
export function useTeams() {
  return useQuery({ queryKey: keys.teams, queryFn: ({ signal }) => get<Page<TeamView>>('/teams', undefined, signal) });
}
export function useTokens(enabled: boolean) {
  return useQuery({
    queryKey: keys.tokens,
    queryFn: ({ signal }) => get<Page<TokenView>>('/tokens', { limit: 200 }, signal),
    enabled,
  });
}

export function useSavePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...person }: (Partial<AddPerson> | ChangePerson) & { id?: string }) =>
      id === undefined ? post<PersonView>('/people', person) : patch<PersonView>(`/people/${id}`, person),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.people }),
  });
}
export function useAddTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => post<TeamView>('/teams', { name }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.teams }),
  });
}
/** The answer carries the token itself, this once. */
export function useAddToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: AddToken) => post<TokenView & { token: string }>('/tokens', token),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tokens }),
  });
}
export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => del<unknown>(`/tokens/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tokens }),
  });
}
