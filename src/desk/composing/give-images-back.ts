/** Pictures of a reply that does not go out are their writer's again. */
import type { Asks } from '../../database/views/case-cards.js';

export async function giveImagesBack(asks: Asks, replyId: string): Promise<void> {
  await asks.query(`update reply_image set reply_id = null, uploaded_as = null where reply_id = $1`, [replyId]);
}
