/** Links, names and tags in a text of ours, marked by their place in UTF-8 bytes as Bluesky wants it. */
import type { AppBskyRichtextFacet } from '@atproto/api';
import { readResolved } from './answers.js';
import type { BlueskyClient } from './client.js';
import { Refused } from './failures.js';

export type Facet = AppBskyRichtextFacet.Main;

/** @returns the marks; a name that nobody has stays plain text. @throws what asking throws, but for a name that is not known */
export async function facetsOf(text: string, client: Pick<BlueskyClient, 'get'>): Promise<Facet[]> {
  const { RichText } = await import('@atproto/api');
  const rich = new RichText({ text });
  rich.detectFacetsWithoutResolution();
  const facets = await Promise.all((rich.facets ?? []).map((facet) => resolved(facet, client)));
  return facets.flatMap((facet) => facet ?? []);
}

/** The library leaves the name where the id of the account belongs. */
async function resolved(facet: Facet, client: Pick<BlueskyClient, 'get'>): Promise<Facet | null> {
  const { $type: _, ...marked } = facet;
  const [feature] = facet.features;
  if (feature?.$type !== 'app.bsky.richtext.facet#mention' || !('did' in feature)) return marked;
  try {
    const did = readResolved(await client.get('com.atproto.identity.resolveHandle', { handle: String(feature.did) }));
    return { ...marked, features: [{ $type: 'app.bsky.richtext.facet#mention', did: did as `did:${string}:${string}` }] };
  } catch (error) {
    if (error instanceof Refused && error.status === 400) return null;
    throw error;
  }
}
