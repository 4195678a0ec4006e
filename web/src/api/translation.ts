/** Translations: who makes them, and one of a text. */
import type { SetTranslation, Translate, Translated, TranslationSettings } from '#libs/contracts/http/translation.js';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { del, get, post, put } from './client.js';
import { keys } from './keys.js';

export function useTranslationSettings() {
  return useQuery({
    queryKey: keys.translation,
    queryFn: ({ signal }) => get<TranslationSettings>('/translation', undefined, signal),
    staleTime: 60_000,
  });
}

/** `null` switches it off. */
export function useSetTranslation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (next: SetTranslation | null) =>
      next === null ? del<TranslationSettings>('/translation') : put<TranslationSettings>('/translation', next),
    onSuccess: (settings) => client.setQueryData(keys.translation, settings),
  });
}

export function useTranslate(caseId: string) {
  return useMutation({ mutationFn: (what: Translate) => post<Translated>(`/cases/${caseId}/translate`, what) });
}
