/** Who is signed in, and signing in and out. */
import type { ChangeMe } from '#libs/contracts/http/people.js';
import type { SignIn } from '#libs/contracts/http/session.js';
import type { MeView } from '#libs/contracts/views/people.js';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, del, get, patch, post } from './client.js';
import { keys } from './keys.js';

/** The person signed in, or null. Never asked again by itself: signing in and out set it. */
export function useMe() {
  return useQuery({ queryKey: keys.me, queryFn: fetchMe, staleTime: Infinity, retry: retryWhenAway });
}

async function fetchMe(): Promise<MeView | null> {
  try {
    return await get<MeView>('/me');
  } catch (error) {
    if (error instanceof ApiError && error.problem.status === 401) return null;
    throw error;
  }
}

const retryWhenAway = (tries: number, error: Error) =>
  error instanceof ApiError && [0, 503].includes(error.problem.status) && tries < 20;

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: SignIn) => {
      await post<unknown>('/session', body);
      return get<MeView>('/me');
    },
    onSuccess: (me) => client.setQueryData(keys.me, me),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => del<unknown>('/session'),
    onSuccess: () => {
      client.clear();
      client.setQueryData(keys.me, null);
    },
  });
}

export function useChangeMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeMe) => patch<MeView>('/me', change),
    onSuccess: (me) => client.setQueryData<MeView | null>(keys.me, (old) => ({ ...old, ...me })),
  });
}
