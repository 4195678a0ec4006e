/** How posts are read: suggested words, weights, what was learned, and scoring old mentions anew. */
import type { LearnedChanges, LearningView } from '#libs/contracts/http/learning.js';
import type { RescoringView, StartRescoring } from '#libs/contracts/http/rescoring.js';
import type { WatchSuggestions } from '#libs/contracts/http/watches.js';
import type { ScoreWeights, WeightsView } from '#libs/contracts/http/weights.js';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { del, get, post, put } from './client.js';
import { keys } from './keys.js';

export function useWatchSuggestions(id: string | undefined) {
  return useQuery({
    queryKey: keys.watchSuggestions(id ?? ''),
    queryFn: ({ signal }) => get<WatchSuggestions>(`/watches/${id}/suggestions`, undefined, signal),
    enabled: id !== undefined,
    staleTime: 60_000,
  });
}

export function useWeights() {
  return useQuery({ queryKey: keys.weights, queryFn: ({ signal }) => get<WeightsView>('/weights', undefined, signal) });
}
export function useSetWeights() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (weights: ScoreWeights | null) => put<WeightsView>('/weights', { weights }),
    onSuccess: (view) => client.setQueryData(keys.weights, view),
  });
}

export function useLearning() {
  return useQuery({ queryKey: keys.learning, queryFn: ({ signal }) => get<LearningView>('/learning', undefined, signal) });
}
export function useLearnedChanges() {
  return useQuery({
    queryKey: keys.learnedChanges,
    queryFn: ({ signal }) => get<LearnedChanges>('/learning/changes', undefined, signal),
    staleTime: 60_000,
  });
}
export function useRestoreLearning() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: string) => post<LearningView>(`/learning/${version}/restore`),
    onSuccess: (view) => {
      client.setQueryData(keys.learning, view);
      void client.invalidateQueries({ queryKey: keys.learnedChanges });
    },
  });
}

const SECOND = 1000;

/** Looks again every second while it runs. */
export function useRescoring() {
  return useQuery({
    queryKey: keys.rescoring,
    queryFn: ({ signal }) => get<RescoringView>('/rescoring', undefined, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? SECOND : false),
  });
}
export function useStartRescoring() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (stretch: StartRescoring) => post<RescoringView>('/rescoring', stretch),
    onSuccess: (view) => takeRescoring(client, view),
  });
}
export function useCancelRescoring() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => del<RescoringView>('/rescoring'),
    onSuccess: (view) => takeRescoring(client, view),
    onError: () => client.invalidateQueries({ queryKey: keys.rescoring }),
  });
}

function takeRescoring(client: QueryClient, view: RescoringView): void {
  client.setQueryData(keys.rescoring, view);
}
