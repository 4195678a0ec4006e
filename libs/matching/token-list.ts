/** The tokens of one text in flat arrays: where each lies in the folded text and where it was found. */

export const IN_URL = 1;
export const IN_HANDLE = 2;
export const IN_TAG = 4;
/** The whole of a handle or hashtag; its parts follow and share its position. */
export const WHOLE = 8;

export class TokenList {
  count = 0;
  start: Uint32Array;
  end: Uint32Array;
  /** Folded offset of the last apostrophe inside the token, 0 for none. */
  apostrophe: Uint32Array;
  flags: Uint8Array;
  /** Which word of the text this is, for neighbours and distances. */
  position: Uint32Array;
  private nextPosition = 0;

  constructor(textLength: number) {
    const size = 16 + (textLength >> 2);
    this.start = new Uint32Array(size);
    this.end = new Uint32Array(size);
    this.apostrophe = new Uint32Array(size);
    this.position = new Uint32Array(size);
    this.flags = new Uint8Array(size);
  }

  add(start: number, end: number, apostrophe: number, flags: number): void {
    const t = this.count;
    if (t === this.start.length) this.grow();
    this.start[t] = start;
    this.end[t] = end;
    this.apostrophe[t] = apostrophe;
    this.flags[t] = flags;
    this.position[t] = this.nextPosition;
    if ((flags & WHOLE) === 0) this.nextPosition += 1;
    this.count = t + 1;
  }

  private grow(): void {
    for (const name of ['start', 'end', 'apostrophe', 'position'] as const) {
      const larger = new Uint32Array(this[name].length * 2);
      larger.set(this[name]);
      this[name] = larger;
    }
    const flags = new Uint8Array(this.start.length);
    flags.set(this.flags);
    this.flags = flags;
  }
}
