/** What a post is cut into. */

export type TokenKind = 'word' | 'number' | 'handle' | 'tag' | 'link' | 'emoji' | 'emoticon' | 'mark';

export interface Token {
  readonly kind: TokenKind;
  /** As written. */
  readonly raw: string;
  /** Folded and, when stretched, squeezed. */
  readonly folded: string;
  /** The `wordHash` of what is folded. */
  readonly hash: number;
  /** Written in capitals (two letters or more). */
  readonly capitals: boolean;
  /** A letter was repeated three times or more: "sooo". */
  readonly stretched: boolean;
}
