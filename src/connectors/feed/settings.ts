/** What a person fills in for a feed. */
import { z } from 'zod';

export const FeedSettings = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .meta({ title: 'Address of the feed', description: 'RSS, Atom, RDF or JSON Feed; for a web alert, its feed address' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .meta({
      title: 'Language',
      description: 'Two letters such as tr or sk; helps where the feed does not say how it is written',
    }),
});
export type FeedSettings = z.infer<typeof FeedSettings>;
