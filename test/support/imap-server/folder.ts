/** A folder of the IMAP server of the tests: its mails, and what a search or a fetch finds in them. */

export interface Mail {
  uid: number;
  source: Buffer;
  arrivedAt: Date;
  flags: string[];
}
export interface Folder {
  uidValidity: number;
  uidNext: number;
  mails: Mail[];
  use: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** UID SEARCH. @returns the line that answers it */
export function found({ mails }: Folder, rest: string): string {
  const since = /SINCE "?(\d{1,2})-(\w{3})-(\d{4})/i.exec(rest);
  const range = /UID (\d+):\*/i.exec(rest);
  const header = /HEADER "?MESSAGE-ID"? (.+)$/i.exec(rest);
  const day = since ? Date.UTC(Number(since[3]), MONTHS.indexOf(since[2]!), Number(since[1])) : 0;
  const highest = mails.at(-1)?.uid ?? 0;
  const id = header ? (words(header[1]!)[0] ?? '') : '';
  const fitting = mails.filter(
    ({ uid, arrivedAt, source }) =>
      (!since || arrivedAt.getTime() >= day) &&
      // A range to the end holds the last mail in any case.
      (!range || uid >= Math.min(Number(range[1]), highest)) &&
      (!header || new RegExp(`^message-id:\\s*${id.replace(/[^\w@]/g, '\\$&')}`, 'im').test(source.toString('latin1'))),
  );
  return `* SEARCH ${fitting.map(({ uid }) => uid).join(' ')}`.trimEnd();
}

/** UID FETCH. @returns the bytes that answer it */
export function fetched({ mails }: Folder, rest: string): Buffer {
  const [set = ''] = rest.split(' ');
  const wanted = new Set(set.split(',').flatMap((part) => span(part)));
  const most = Number(/BODY\.PEEK\[\]<0\.(\d+)>/i.exec(rest)?.[1] ?? Infinity);
  const parts: Buffer[] = [];
  mails.forEach(({ uid, source, arrivedAt }, index) => {
    if (!wanted.has(uid)) return;
    const part = source.subarray(0, most);
    const date = `${String(arrivedAt.getUTCDate()).padStart(2, ' ')}-${MONTHS[arrivedAt.getUTCMonth()]}-${arrivedAt.getUTCFullYear()} ${arrivedAt.toISOString().slice(11, 19)} +0000`;
    const head = `* ${index + 1} FETCH (UID ${uid} RFC822.SIZE ${source.length} INTERNALDATE "${date}" BODY[]<0> {${part.length}}\r\n`;
    parts.push(Buffer.from(head), part, Buffer.from(')\r\n'));
  });
  return Buffer.concat(parts);
}

/** Quoted words, literals and atoms of a command. */
export function words(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|\u0000([^\u0000]*)\u0000|([^\s"()\u0000]+)/g)].map(
    (m) => m[1]?.replace(/\\(.)/g, '$1') ?? m[2] ?? m[3] ?? '',
  );
}

function span(part: string): number[] {
  const [from = 0, to = from] = part.split(':').map(Number);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
