/** One page of posts, asked for by the names that the API understands. */
import { readPage, type XPage } from './answers.js';
import type { Query, XAnswer } from './client.js';
import type { NamesInUse } from './names.js';

export type PageAnswer = XAnswer & { page: XPage };

/** Asks by the names that this API understands, and takes what comes only when it is a page. */
export function askForPage(names: NamesInUse, ask: (fields: Query) => Promise<XAnswer>): Promise<PageAnswer> {
  return names.ask(
    async (fields) => {
      const answer = await ask(fields);
      return { ...answer, page: readPage(answer.data) };
    },
    ({ page }) => (page.items.length === 0 ? null : page.items.some(hasOurFields)),
  );
}

/** One from the expansions and one from the fields: an API may know the one by these names and pass over the other. */
function hasOurFields(item: unknown): boolean {
  return item !== null && typeof item === 'object' && 'author_id' in item && 'created_at' in item;
}
