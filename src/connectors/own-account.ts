/** As whom we act is told before the first post: posts may address us, and our own must not come back as mentions. */
import type { OwnAccount } from './connector-context.js';
import type { PollContext, PollPage } from './polls.js';

/**
 * @param account null: we act as nobody
 * @param cursor where the poll begins; kept with what was told
 * @param learned the network was asked just now: the cursor remembers the answer, so it is kept even when the desk knew
 */
export function* tellAccount(
  account: OwnAccount | null,
  { account: known }: Pick<PollContext<unknown>, 'account'>,
  cursor: unknown,
  learned = false,
): Generator<PollPage, void> {
  if (account === null) return;
  const isKnown = known?.handle === account.handle && known.externalId === account.externalId;
  if (!isKnown || learned) yield { posts: [], refused: [], cursor: structuredClone(cursor), account };
}
