/** What an administrator sets to listen to and answer on Mastodon: any instance, by its address. */
import { z } from 'zod';

export const MastodonSettings = z
  .object({
    instance: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .meta({
        title: 'Address of the instance',
        description: 'Where our account lives, such as https://mastodon.social. It hears what reaches that instance.',
        sendsSecrets: true,
      }),
    hashtags: z
      .array(
        z
          .string()
          .trim()
          .transform((text) => text.replace(/^#/, ''))
          .pipe(z.string().regex(/^[\p{L}\p{M}\p{N}_·]{1,200}$/u, 'is no hashtag')),
      )
      .max(20)
      .default([])
      .meta({ title: 'Hashtags', description: 'One on each line.' }),
    query: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .optional()
      .meta({ title: 'Search', description: 'Finds words only where the instance offers it, and only in posts whose authors allow it. Needs the token below.' }), // prettier-ignore
    listenToMentions: z.boolean().default(true).meta({
      title: 'Mentions of our account',
      description: 'Reads what mentions or answers our account. Needs the token below.',
    }),
    stream: z.boolean().default(true).meta({
      title: 'As it happens',
      description:
        'Also listens to the stream of the instance: faster, and it tells of changes and deletions. Needs the token below.',
    }),
    lookBackHours: z.int().min(1).max(168).default(24).meta({
      advanced: true,
      title: 'Hours to look back at first',
      description: 'How old a post may be when this source is new.',
    }),
    accessToken: z.string().trim().min(1).max(500).optional().meta({
      title: 'Access token',
      description: 'Made in the settings of the account under Development, with the rights read and write:statuses.',
      secret: true,
    }),
    replyQuietly: z.boolean().default(true).meta({
      title: 'Answer quietly',
      description:
        'Answers to public posts do not appear in public timelines. Answers to narrower posts are never wider than those.',
    }),
    maxCharacters: z.int().min(100).max(100_000).default(500).meta({
      advanced: true,
      title: 'Longest post',
      description: 'What the instance takes; “test connection” says it.',
    }),
  })
  .strict()
  .refine((s) => s.accessToken !== undefined || s.query === undefined, {
    path: ['accessToken'],
    message: 'a search needs the token of an account',
  })
  .refine((s) => s.hashtags.length > 0 || s.query !== undefined || (s.listenToMentions && s.accessToken !== undefined), {
    path: ['hashtags'],
    message: 'give hashtags, a search, or the token of an account whose mentions are read',
  });
export type MastodonSettings = z.infer<typeof MastodonSettings>;

/** @returns the host of the instance, for what is only known there */
export function hostOf({ instance }: Pick<MastodonSettings, 'instance'>): string {
  return new URL(instance).host;
}
