/** Reads a text file line by line from any byte on, and says how many bytes each line took. */
import { createReadStream } from 'node:fs';

const NEWLINE = 0x0a;

export interface Line {
  text: string;
  /** With its line end, so that adding them up gives a place to go on from. */
  bytes: number;
}

/** @param byte where to begin: 0 or what earlier lines add up to */
export async function* linesFrom(path: string, byte: number): AsyncGenerator<Line> {
  const stream = createReadStream(path, { start: byte });
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      const bytes = rest.length === 0 ? part : Buffer.concat([rest, part]);
      let from = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
        yield { text: bytes.toString('utf8', from, end), bytes: end - from + 1 };
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
    if (rest.length > 0) yield { text: rest.toString('utf8'), bytes: rest.length };
  } finally {
    stream.destroy();
  }
}
