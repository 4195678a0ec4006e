/** What an administrator sets to listen to and answer on Reddit. */
import { z } from 'zod';

const secret = (title: string, description: string) =>
  z.string().trim().min(1).max(500).optional().meta({ title, description, secret: true });
const address = (title: string, description: string) =>
  z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional()
    .meta({ advanced: true, title, description, sendsSecrets: true });

const Subreddit = z
  .string()
  .trim()
  .regex(/^(?:\/?r\/)?[A-Za-z0-9_]{2,21}\/?$/, 'is the name of a subreddit such as askturkey')
  .transform((name) => name.replace(/^\/?r\//, '').replace(/\/$/, ''));

export const RedditSettings = z
  .object({
    searches: z.array(z.string().trim().min(1).max(500)).max(10).default([]).meta({
      title: 'Searches',
      description: 'One on each line, in the search language of Reddit. They find posts, not comments.',
    }),
    subreddits: z
      .array(Subreddit)
      .max(50)
      .default([])
      .meta({ title: 'Subreddits', description: 'One on each line. Everything new there is read and the watches choose.' }),
    subredditComments: z
      .boolean()
      .default(true)
      .meta({ title: 'Comments there, too', description: 'Reads new comments of these subreddits beside new posts.' }),
    lookBackHours: z.int().min(1).max(720).default(24).meta({
      advanced: true,
      title: 'Hours to look back at first',
      description: 'How old a post may be when this source is new.',
    }),
    clientId: z.string().trim().min(1).max(100).meta({ title: 'Client id', description: 'Of the app registered at Reddit.' }),
    clientSecret: secret('Client secret', 'Of the app. An installed app has none: leave it empty.'),
    refreshToken: secret('Refresh token', 'Of our account, for replies. Scopes: identity, read, history, submit.'),
    userAgent: z
      .string()
      .trim()
      .regex(/^[\x20-\x7e]{10,200}$/, 'is 10 to 200 plain letters such as web:com.example.earshot:v1 (by /u/name)')
      .meta({ title: 'User agent', description: 'As Reddit asks for it: platform:app:version (by /u/name). A common one is throttled hard.' }), // prettier-ignore
    signInUrl: address(
      'Address for signing in',
      'Only for a test server. An inward host must be allowed by EARSHOT_ALLOWED_HOSTS.',
    ),
    baseUrl: address('Address of the API', 'Only for a test server.'),
  })
  .strict()
  .refine((s) => s.searches.length > 0 || s.subreddits.length > 0, {
    path: ['searches'],
    message: 'give a search, a subreddit, or both',
  });
export type RedditSettings = z.infer<typeof RedditSettings>;
