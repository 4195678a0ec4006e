/** What an administrator sets for a source that is called from outside. */
import { z } from 'zod';

export const WebhookSettings = z
  .object({
    secret: z.string().min(8, 'must have at least 8 characters').max(500).meta({
      title: 'Secret',
      description: 'Shared with the caller, who signs each delivery with it. Long and random is best.',
      secret: true,
    }),
    network: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'may have small letters, digits and dashes only')
      .optional()
      .meta({
        title: 'Network',
        description: 'Where the posts come from, such as forum. A post may say otherwise. Default: webhook.',
      }),
    replyUrl: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .optional()
      .meta({
        title: 'Address for replies',
        description: 'Replies are posted there as signed JSON. Without it nothing can be sent back.',
      }),
  })
  .strict();
export type WebhookSettings = z.infer<typeof WebhookSettings>;
