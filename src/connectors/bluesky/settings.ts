/** What an administrator sets to listen to and answer on Bluesky. */
import { z } from 'zod';

/** The server that most accounts live on, and the entrance to the others. */
export const DEFAULT_SERVER = 'https://bsky.social';
/** One of Bluesky's own Jetstream servers. Source: README of bluesky-social/jetstream. */
export const DEFAULT_STREAM = 'wss://jetstream2.us-east.bsky.network/subscribe';

export const BlueskySettings = z
  .object({
    query: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .optional()
      .meta({ title: 'Search', description: 'In the search language of Bluesky. Needs the account below.' }),
    listenToMentions: z.boolean().default(true).meta({
      title: 'Mentions of our account',
      description: 'Reads what mentions, answers or quotes our account. Needs the account below.',
    }),
    stream: z.boolean().default(false).meta({
      title: 'Everything public, as it happens',
      description: 'Reads the posts of the whole network and keeps those that a watch matches. Needs no account.',
    }),
    lookBackHours: z.int().min(1).max(168).default(24).meta({
      advanced: true,
      title: 'Hours to look back at first',
      description: 'How old a post may be when this source is new.',
    }),
    handle: z
      .string()
      .trim()
      .transform((text) => text.replace(/^@/, ''))
      .pipe(z.string().min(3).max(253))
      .optional()
      .meta({ title: 'Account', description: 'The name of our account, such as acme.bsky.social.' }),
    appPassword: z.string().trim().min(1).max(200).optional().meta({
      title: 'App password',
      description: 'Made in the settings of Bluesky for this purpose. Never the main password.',
      secret: true,
    }),
    server: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .default(DEFAULT_SERVER)
      .meta({
        advanced: true,
        title: 'Server of the account',
        description: 'Only for accounts on a server of their own. An inward host must be allowed by EARSHOT_ALLOWED_HOSTS.',
        sendsSecrets: true,
      }),
    streamAddress: z
      .url({ protocol: /^wss?$/ })
      .max(500)
      .default(DEFAULT_STREAM)
      .meta({
        advanced: true,
        title: 'Address of the stream',
        description: 'A Jetstream server. Several of them carry the same posts.',
      }),
  })
  .strict()
  .refine((s) => (s.handle === undefined) === (s.appPassword === undefined), {
    path: ['appPassword'],
    message: 'an account needs both its name and an app password',
  })
  .refine((s) => s.query === undefined || accountOf(s) !== null, {
    path: ['handle'],
    message: 'Bluesky lets only an account search',
  })
  .refine((s) => s.stream || s.query !== undefined || (s.listenToMentions && accountOf(s) !== null), {
    path: ['query'],
    message: 'give a search, an account whose mentions are read, or choose everything public',
  });
export type BlueskySettings = z.infer<typeof BlueskySettings>;

export interface Account {
  server: string;
  handle: string;
  appPassword: string;
}

/** @returns what signs us in, or null when something of it is missing */
export function accountOf({ server, handle, appPassword }: Partial<Account>): Account | null {
  return server !== undefined && handle && appPassword ? { server, handle, appPassword } : null;
}
