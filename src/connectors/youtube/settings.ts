/** What an administrator sets to listen to and answer on YouTube. */
import { z } from 'zod';

const secret = (title: string, description: string) =>
  z.string().trim().min(1).max(500).optional().meta({ title, description, secret: true });
const address = (title: string, description: string) =>
  z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional()
    .meta({ advanced: true, title, description, sendsSecrets: true });

export const YouTubeSettings = z
  .object({
    channelId: z
      .string()
      .trim()
      .regex(/^UC[\w-]{22}$/, 'is the id of a channel: UC and 22 more letters')
      .optional()
      .meta({ title: 'Our channel', description: 'Its id, which begins with UC. All comments under its videos are read.' }),
    queries: z.array(z.string().trim().min(1).max(200)).max(5).default([]).meta({
      title: 'Searches for videos',
      description: 'One on each line. Found videos are read, and the comments under them.',
    }),
    searchEveryMinutes: z.int().min(15).max(1440).default(60).meta({
      title: 'Minutes between searches',
      description: 'A search costs as much as a hundred other calls. YouTube gives a hundred searches a day.',
    }),
    lookBackHours: z.int().min(1).max(720).default(24).meta({
      advanced: true,
      title: 'Hours to look back at first',
      description: 'How old a comment may be when this source is new.',
    }),
    dailyUnits: z.int().min(200).max(1_000_000).default(9000).meta({
      title: 'Units a day',
      description: 'Where this source stops before YouTube does: a project has 10,000 units a day unless it was given more.',
    }),
    apiKey: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .meta({ title: 'API key', description: 'Of a project at Google with the YouTube Data API, for reading.', secret: true }),
    clientId: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .meta({ title: 'Client id', description: 'Of the same project, for replies.' }),
    clientSecret: secret('Client secret', 'Belongs to the client id.'),
    refreshToken: secret('Refresh token', 'Of our channel, for replies, with the scope youtube.force-ssl.'),
    signInUrl: address(
      'Address for signing in',
      'Only for a test server. An inward host must be allowed by EARSHOT_ALLOWED_HOSTS.',
    ),
    baseUrl: address('Address of the API', 'Only for a test server.'),
  })
  .strict()
  .refine((s) => s.channelId !== undefined || s.queries.length > 0, {
    path: ['channelId'],
    message: 'give a channel, a search for videos, or both',
  });
export type YouTubeSettings = z.infer<typeof YouTubeSettings>;

/** @returns what acts as our channel, or null when a part of it is missing */
export function accountOf({ clientId, clientSecret, refreshToken }: Partial<YouTubeSettings>) {
  return clientId && clientSecret && refreshToken ? { clientId, clientSecret, refreshToken } : null;
}
