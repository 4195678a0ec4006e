/** What is coming. */
import type { ForesightView } from '#libs/contracts/views/foresight.js';
import { useQuery } from '@tanstack/react-query';
import { get } from './client.js';
import { keys } from './keys.js';

export function useForesight() {
  return useQuery({
    queryKey: keys.foresight,
    queryFn: ({ signal }) => get<ForesightView>('/foresight', undefined, signal),
    refetchInterval: 60_000,
  });
}
