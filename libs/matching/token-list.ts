/** The tokens of one text in arrays side by side: where each lies in the folded text and where it was found. */

export const IN_URL = 1;
export const IN_HANDLE = 2;
export const IN_TAG = 4;
/** The whole of a handle or hashtag; its parts follow and share its position. */
export const WHOLE = 8;

export class TokenList {
  readonly start: number[] = [];
  readonly end: number[] = [];
  /** Folded offset of the last apostrophe inside the token, 0 for none. */
  readonly apostrophe: number[] = [];
  readonly flags: number[] = [];
  /** Which word of the text this is, for neighbours and distances. */
  readonly position: number[] = [];
  private nextPosition = 0;

  get count(): number {
    return this.start.length;
  }

  add(start: number, end: number, apostrophe: number, flags: number): void {
    this.start.push(start);
    this.end.push(end);
    this.apostrophe.push(apostrophe);
    this.flags.push(flags);
    this.position.push(this.nextPosition);
    if ((flags & WHOLE) === 0) this.nextPosition += 1;
  }
}
