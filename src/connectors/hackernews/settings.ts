/** What an administrator sets to listen to Hacker News. No account is needed. */
import { z } from 'zod';

const address = (title: string, description: string) =>
  z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional()
    .meta({ advanced: true, title, description });

export const HackerNewsSettings = z
  .object({
    queries: z
      .array(z.string().trim().min(1).max(200))
      .max(10)
      .default([])
      .meta({ title: 'Searches', description: 'One on each line. Left empty, everything is read and the watches choose.' }),
    stories: z.boolean().default(true).meta({ title: 'Stories', description: 'Also Ask HN, Show HN, polls and jobs.' }),
    comments: z.boolean().default(true).meta({ title: 'Comments', description: 'Under any story.' }),
    followThreads: z.boolean().default(false).meta({
      title: 'Follow the stories found',
      description: 'Reads all comments under a found story for two days, also those that do not name what was searched.',
    }),
    lookBackHours: z.int().min(1).max(720).default(24).meta({
      advanced: true,
      title: 'Hours to look back at first',
      description: 'How old a post may be when this source is new.',
    }),
    searchUrl: address(
      'Address of the search',
      'Only for a test server. An inward host must be allowed by EARSHOT_ALLOWED_HOSTS.',
    ),
    itemsUrl: address('Address of the items', 'Only for a test server.'),
  })
  .strict()
  .refine((s) => s.stories || s.comments, { path: ['stories'], message: 'choose stories, comments, or both' });
export type HackerNewsSettings = z.infer<typeof HackerNewsSettings>;
