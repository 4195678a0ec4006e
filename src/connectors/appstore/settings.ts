/** What an administrator sets to hear what is written about an app in Apple's App Store. No account is needed. */
import { z } from 'zod';

const APP_ID = /^(?:id)?([0-9]{6,12})$/;

export const AppStoreSettings = z
  .object({
    appId: z
      .string()
      .trim()
      .regex(APP_ID, 'is the number in the address of the app, such as 6443890123')
      .transform((text) => text.replace(/^id/, ''))
      .meta({ title: 'Number of the app', description: 'The digits after “id” in its address in the App Store.' }),
    countries: z
      .array(
        z
          .string()
          .trim()
          .toLowerCase()
          .regex(/^[a-z]{2}$/, 'are two letters such as tr, sk or gb'),
      )
      .min(1)
      .max(40)
      .default(['us'])
      .meta({ title: 'Countries', description: 'Two letters, one on each line: each country has a store of its own.' }),
    lookBackDays: z.int().min(1).max(365).default(7).meta({
      title: 'Days to look back at first',
      description: 'How old a review may be when this source is new.',
    }),
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional()
      .meta({ advanced: true, title: 'Address of the store', description: 'Only for a test server. An inward host must be allowed by EARSHOT_ALLOWED_HOSTS.' }), // prettier-ignore
  })
  .strict();
export type AppStoreSettings = z.infer<typeof AppStoreSettings>;
