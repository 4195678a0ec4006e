/** What an administrator sets to listen to and answer on X. */
import { z } from 'zod';

const secret = (title: string, description: string) =>
  z.string().trim().min(1).max(500).optional().meta({ title, description, secret: true });

export const XSettings = z
  .object({
    query: z.string().trim().min(1).max(4000).optional().meta({
      title: 'Search',
      description: 'In the search language of X. Reposts are left out unless they are counted or it says is:retweet.',
    }),
    fromWatches: z.boolean().default(false).meta({
      title: 'Search for what the watches ask for',
      description:
        'Makes searches and rules of the stream from the watches, and keeps them in step. X charges for each post it finds, also for those that no watch matches in the end.',
    }),
    listenToMentions: z.boolean().default(true).meta({
      title: 'Mentions of our account',
      description: 'Reads what names our account. Needs the keys of the account below.',
    }),
    listenToQuotes: z.boolean().default(false).meta({
      title: 'Quotes of our posts',
      description:
        'Asks every quarter of an hour who quotes our newest posts, also without naming us. Needs the keys of the account below. A watch hears them by site:x.com/ and our name there. X charges for each post.',
    }),
    stream: z.boolean().default(false).meta({
      title: 'Listen as it happens',
      description:
        'Holds the filtered stream of X open: posts arrive within seconds, and the search fills what it leaves out. Needs a bearer token; X allows one stream for each app.',
    }),
    access: z.enum(['pay-per-use', 'enterprise']).default('pay-per-use').meta({
      title: 'Access to X',
      description:
        'What X was paid for: how long and how many the rules of its stream may be, and whether it repeats what was missed.',
    }),
    reposts: z.boolean().default(false).meta({
      title: 'Count reposts',
      description: 'Reads who repeats a post, and adds them to its reach. X charges for each repost.',
    }),
    lookBackHours: z.int().min(1).max(160).default(24).meta({
      advanced: true,
      title: 'Hours to look back at first',
      description: 'How old a post may be when this source is new. X reaches back seven days.',
    }),
    checkDeletions: z.boolean().default(true).meta({
      title: 'Follow deletions',
      description:
        'Asks once a day whether what is stored is still on X, as its rules demand. X counts each post that is asked for.',
    }),
    bearerToken: secret('Bearer token', 'Of the app, for reading. Not needed when the four keys are given.'),
    appKey: secret('App key', 'Together with the next three: acts as our account, for mentions and replies.'),
    appSecret: secret('App secret', 'Belongs to the app key.'),
    accessToken: secret('Access token', 'Of our account.'),
    accessSecret: secret('Access token secret', 'Belongs to the access token.'),
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional()
      .meta({
        advanced: true,
        title: 'Address of the API',
        description: 'Only for a gateway or a test server. An inward host must be allowed by EARSHOT_ALLOWED_HOSTS.',
        sendsSecrets: true,
      }),
  })
  .strict()
  .refine((s) => s.bearerToken !== undefined || keysOf(s) !== null, {
    path: ['bearerToken'],
    message: 'give a bearer token, or all four keys of an account',
  })
  .refine((s) => !s.stream || s.bearerToken !== undefined, {
    path: ['bearerToken'],
    message: 'the stream needs a bearer token; the keys of an account are not enough',
  })
  .refine((s) => !s.listenToQuotes || keysOf(s) !== null, {
    path: ['listenToQuotes'],
    message: 'quotes of our posts need the four keys of an account',
  })
  .refine((s) => s.query !== undefined || s.fromWatches || (s.listenToMentions && keysOf(s) !== null), {
    path: ['query'],
    message: 'give a search, take what the watches ask for, or give the four keys of an account whose mentions are read',
  });
export type XSettings = z.infer<typeof XSettings>;

export interface AccountKeys {
  appKey: string;
  appSecret: string;
  accessToken: string;
  accessSecret: string;
}

/** @returns the four keys that act as our account, or null when one is missing */
export function keysOf(settings: Partial<AccountKeys>): AccountKeys | null {
  const { appKey, appSecret, accessToken, accessSecret } = settings;
  return appKey && appSecret && accessToken && accessSecret ? { appKey, appSecret, accessToken, accessSecret } : null;
}
