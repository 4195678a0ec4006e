/** What can go wrong with a mail server. */

export type MailFault =
  | { kind: 'no'; text: string }
  | { kind: 'drop' }
  | { kind: 'hang' }
  /** The connection breaks in the middle of a mail. */
  | { kind: 'drop-in-mail' }
  /** Bytes that are no IMAP. */
  | { kind: 'raw'; text: string }
  /** A literal that announces more than anybody takes. */
  | { kind: 'endless-literal' }
  /** A line that does not end. */
  | { kind: 'endless-line' };
