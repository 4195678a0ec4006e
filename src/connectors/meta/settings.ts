/** What an administrator sets for a Facebook page and the Instagram account that belongs to it. */
import { z } from 'zod';

const id = (what: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{3,25}$/, `is not the number of ${what}`);
const secret = (title: string, description: string) => z.string().trim().min(8, 'must have at least 8 characters').max(1000).meta({ title, description, secret: true }); // prettier-ignore

export const MetaSettings = z
  .object({
    pageId: id('a page').meta({ title: 'Page', description: 'The number of the Facebook page.' }),
    instagramId: id('an account').optional().meta({
      title: 'Instagram account',
      description: 'The number of the Instagram business account that belongs to the page. Left empty: Facebook alone.',
    }),
    accessToken: secret('Page access token', 'Of the page, with the rights to read and answer its comments.'),
    appSecret: secret('App secret', 'Of the app that the token belongs to: proves our calls, and what Meta delivers.'),
    verifyToken: secret(
      'Verify token',
      'Any words; enter the same at Meta with the address of this source, so that it delivers.',
    ).optional(),
    answers: z.enum(['publicly', 'privately']).default('publicly').meta({
      title: 'Answers',
      description: 'As a comment, or as a private message: one for each comment, within seven days.',
    }),
    watchDays: z.int().min(1).max(90).default(14).meta({
      title: 'Days to follow a post',
      description: 'Comments under older posts of ours are heard only when Meta delivers them.',
    }),
    lookBackHours: z.int().min(1).max(720).default(24).meta({
      advanced: true,
      title: 'Hours to look back at first',
      description: 'How old a comment may be when this source is new.',
    }),
    // Written after v24.0, which ends on 18 February 2028; the newest is v26.0 of 29 July 2026. Source: Graph API changelog, versions.
    apiVersion: z
      .string()
      .trim()
      .regex(/^v\d{2,3}\.\d$/, 'looks like v24.0')
      .default('v24.0')
      .meta({ advanced: true, title: 'Version of the API', description: 'Meta keeps each version for about two years.' }),
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
  .strict();
export type MetaSettings = z.infer<typeof MetaSettings>;
