/** Tokens of a post from `first` to `last`, both included. */
export interface TokenRange {
  first: number;
  last: number;
}
