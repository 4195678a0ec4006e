/** Pictures of a reply on Bluesky: blobs of the account, which the record names by their content: the same picture is the same blob. */
import { z } from 'zod';
import type { ImageLimits } from '#libs/contracts/http/images.js';
import { fit } from '../ask-json.js';
import type { OutgoingImage } from '../outgoing-reply.js';
import type { BlueskyClient } from './client.js';

/** Source: lexicon app.bsky.embed.images: at most four, each of up to 2 MB. */
export const BLUESKY_IMAGES: ImageLimits = { most: 4, maxBytes: 2_000_000, maxLength: null, describes: true };

const Uploaded = z.object({ blob: z.looseObject({ $type: z.literal('blob') }) });

/** @returns what the record embeds, null without pictures. @throws what the client throws */
export async function embedded(client: BlueskyClient, images: readonly OutgoingImage[]): Promise<Record<string, unknown> | null> {
  const shown: Record<string, unknown>[] = [];
  for (const { bytes, type, alt, width, height } of images) {
    const { blob } = fit(Uploaded, await client.upload(bytes, type), 'the new picture');
    shown.push({ image: blob, alt, aspectRatio: { width, height } });
  }
  return shown.length === 0 ? null : { $type: 'app.bsky.embed.images', images: shown };
}
