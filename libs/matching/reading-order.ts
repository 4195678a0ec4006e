/** Undoes the right-to-left override, the trick that writes `‮emcA` and shows `Acme`. */

const OVERRIDE = 0x202e;
const POP = 0x202c;

/** The offsets of a text's code points in the order in which a reader sees them; an override ends at its pop or line end. */
export function readingOrder(text: string): Uint32Array {
  const order: number[] = [];
  let reversed: number[] | undefined;
  for (let i = 0; i < text.length; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) {
    const unit = text.charCodeAt(i);
    const ends = unit === POP || unit === 0x0a || unit === OVERRIDE;
    if (reversed && ends) {
      for (let k = reversed.length - 1; k >= 0; k--) order.push(reversed[k] as number);
      reversed = undefined;
    }
    if (unit === OVERRIDE) reversed = [];
    else (reversed ?? order).push(i);
  }
  if (reversed) for (let k = reversed.length - 1; k >= 0; k--) order.push(reversed[k] as number);
  return Uint32Array.from(order);
}
