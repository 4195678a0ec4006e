/** Pictures of replies. */
import { z } from 'zod';
import { Id } from '../values.js';

/** No picture is kept that is bigger, whatever a network takes. */
export const MOST_IMAGE_BYTES = 5_000_000;
/** No reply has more, whatever a network takes. */
export const MOST_IMAGES = 4;
export const MOST_ALT = 1500;

/** What a network takes. */
export const ImageLimits = z
  .object({
    most: z.int(),
    maxBytes: z.int().meta({ description: 'of one picture' }),
    maxLength: z.int().nullable().meta({ description: 'of the text beside pictures, where that is shorter' }),
    describes: z.boolean().meta({ description: 'the network shows a description to those who cannot see the picture' }),
  })
  .meta({ id: 'ImageLimits' });
export type ImageLimits = z.infer<typeof ImageLimits>;

export const ReplyImageView = z
  .object({
    id: Id,
    type: z.enum(['image/jpeg', 'image/png']),
    width: z.int(),
    height: z.int(),
    size: z.int().meta({ description: 'bytes, after all was taken off that says where and when it was made' }),
    alt: z.string().meta({ description: 'for those who cannot see it; empty: not described yet' }),
  })
  .meta({ id: 'ReplyImageView' });
export type ReplyImageView = z.infer<typeof ReplyImageView>;

export const ReplyImages = z.object({ items: z.array(ReplyImageView) }).meta({ id: 'ReplyImages' });
export type ReplyImages = z.infer<typeof ReplyImages>;

export const DescribeImage = z.object({ alt: z.string().trim().max(MOST_ALT) }).meta({ id: 'DescribeImage' });
export type DescribeImage = z.infer<typeof DescribeImage>;

/** The picture itself. */
export const ImageBytes = z.string().meta({ contentMediaType: 'image/*' });
