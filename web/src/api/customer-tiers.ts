/** Tiers of customers: which there are, who is in them, and putting somebody into one. */
import type { CustomerMarkView, CustomerTierView, ImportedTiers, MarkCustomer } from '#libs/contracts/http/customer-tiers.js';
import type { Page } from '#libs/contracts/values.js';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { del, get, post } from './client.js';
import { keys } from './keys.js';

export function useCustomerTiers() {
  return useQuery({
    queryKey: keys.customerTiers,
    queryFn: ({ signal }) => get<{ items: CustomerTierView[] }>('/customer-tiers', undefined, signal),
  });
}

/** @param q part of a name @param most how many to show */
export function useCustomerMarks(q: string, tier: string, most: number) {
  return useQuery({
    queryKey: [...keys.customerTiers, 'marks', q, tier, most],
    queryFn: ({ signal }) =>
      get<Page<CustomerMarkView>>('/customer-tiers/marks', { q: q || undefined, tier: tier || undefined, limit: most }, signal),
    placeholderData: keepPreviousData,
  });
}

export type TierStep = { do: 'mark'; mark: MarkCustomer } | { do: 'remove'; id: string } | { do: 'import'; csv: string };

/** One change; whatever shows a tier is read anew. */
export function useTierStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (step: TierStep): Promise<ImportedTiers | undefined> => {
      if (step.do === 'import') return post<ImportedTiers>('/customer-tiers/import', { csv: step.csv });
      if (step.do === 'remove') await del(`/customer-tiers/marks/${step.id}`);
      else await post('/customer-tiers/marks', step.mark);
      return undefined;
    },
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: keys.customerTiers }), client.invalidateQueries({ queryKey: ['case'] })]),
  });
}
