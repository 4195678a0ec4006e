/** What we read of the feed of customer reviews; the rest is left alone. */
import { z } from 'zod';
import { storableJson } from '../storable.js';

const Label = z.object({ label: z.string() });
const Digits = z.object({ label: z.string().regex(/^[0-9]{1,20}$/, 'is not a number') });

export const RawReview = z.object({
  id: Digits,
  author: z.object({ name: Label, uri: Label.nullish() }),
  'im:rating': z.object({ label: z.string().regex(/^[1-5]$/, 'is not a rating from 1 to 5') }),
  'im:version': Label.nullish(),
  'im:voteSum': Label.nullish(),
  'im:voteCount': Label.nullish(),
  title: Label.nullish(),
  content: Label,
  updated: z.object({ label: z.iso.datetime({ offset: true }) }).nullish(),
});
export type RawReview = z.infer<typeof RawReview>;

/** An app with one review has an object where others have a list; one without any has nothing. */
const Entries = z.union([z.array(z.unknown()).max(500), z.looseObject({}).transform((one): unknown[] => [one])]);

export const ReviewPage = z
  .object({ feed: z.looseObject({ entry: Entries.optional() }) })
  .transform(({ feed }) => (feed.entry ?? []).filter((entry) => !isAboutTheApp(entry)));

/** @returns the review with all its texts made storable, or what is wrong with it */
export function readReview(entry: unknown) {
  return RawReview.safeParse(storableJson(entry)?.value);
}

/** @returns id and version of a review, as far as they can be read */
export function keyOf(entry: unknown): { id: string; updated: string } | null {
  const read = z.object({ id: Label, updated: Label.nullish() }).safeParse(entry);
  return read.success ? { id: read.data.id.label, updated: read.data.updated?.label ?? '' } : null;
}

/** Some answers begin with an entry about the app itself. */
function isAboutTheApp(entry: unknown): boolean {
  return entry !== null && typeof entry === 'object' && 'im:name' in entry && !('im:rating' in entry);
}
