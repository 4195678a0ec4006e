/** Translations beside a post and beside an answer: by a provider that an administrator chose, only when a person asks. */
import { z } from 'zod';
import { Id } from '../values.js';

export const TRANSLATION_PROVIDERS = ['libretranslate', 'deepl'] as const;
export const TranslationProvider = z.enum(TRANSLATION_PROVIDERS);
export type TranslationProvider = z.infer<typeof TranslationProvider>;

export const SetTranslation = z
  .object({
    provider: TranslationProvider,
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .meta({ description: 'address of the provider; an inward host must be allowed by EARSHOT_ALLOWED_HOSTS' }),
    key: z
      .string()
      .trim()
      .max(500)
      .optional()
      .meta({ description: 'left out: the one that is set stays, unless the address changes' }),
  })
  .meta({ id: 'SetTranslation' });
export type SetTranslation = z.infer<typeof SetTranslation>;

export const TranslationSettings = z
  .object({
    provider: TranslationProvider.nullable().meta({ description: 'null: nothing is translated' }),
    url: z.string().nullable(),
    host: z.string().nullable().meta({ description: 'where texts would go' }),
    hasKey: z.boolean(),
  })
  .meta({ id: 'TranslationSettings' });
export type TranslationSettings = z.infer<typeof TranslationSettings>;

const to = z
  .string()
  .regex(/^[a-z]{2,3}$/, 'is no code of a language')
  .meta({ description: 'language to translate into, ISO 639' });
export const Translate = z
  .union([
    z.object({ mentionId: Id, to }).meta({ description: 'a post of the case' }),
    z.object({ text: z.string().trim().min(1).max(5000), to }).meta({ description: 'the answer one writes' }),
  ])
  .meta({ id: 'Translate' });
export type Translate = z.infer<typeof Translate>;

export const Translated = z
  .object({
    text: z.string(),
    from: z.string().nullable().meta({ description: 'language the provider took it for' }),
    host: z.string().meta({ description: 'who translated it' }),
    cached: z.boolean().meta({ description: 'it was asked before: nothing left the house' }),
  })
  .meta({ id: 'Translated' });
export type Translated = z.infer<typeof Translated>;
