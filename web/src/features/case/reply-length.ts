/** How long a text is as its network counts, and whether it still fits. */
import type { ReplyChannel } from '#libs/contracts/views/case.js';

/** The length in the network's own counting. */
export function replyLength(text: string, rule: ReplyChannel['lengthRule']): number {
  const normal = text.normalize('NFC');
  return rule === 'x-weighted' ? [...normal].length : [...normal].length;
}
