/** Pictures of a reply on Mastodon: uploaded first, with their description; the post then names them by id. */
import { z } from 'zod';
import type { ImageLimits } from '#libs/contracts/http/images.js';
import { fit } from '../ask-json.js';
import type { OutgoingReply } from '../outgoing-reply.js';
import type { MastodonClient } from './client.js';

/** Source: Mastodon documentation, "Posting to your profile": four images of up to 16 MB, each with a description of up to 1,500 characters. */
export const MASTODON_IMAGES: ImageLimits = { most: 4, maxBytes: 16_000_000, maxLength: null, describes: true };

const Media = z.object({ id: z.string().min(1) });

/** @returns ids of the pictures on the instance: what an earlier try uploaded is not uploaded again. @throws what the client throws */
export async function uploaded(client: MastodonClient, { images = [] }: OutgoingReply): Promise<string[]> {
  const ids: string[] = [];
  for (const image of images) {
    if (image.uploadedAs !== null) {
      ids.push(image.uploadedAs);
      continue;
    }
    const { id } = fit(Media, await client.upload('/api/v2/media', image), 'the new picture');
    await image.keep(id);
    ids.push(id);
  }
  return ids;
}
