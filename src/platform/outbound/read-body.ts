/** Reads a response body to its end, unpacked once, never beyond a number of bytes. */
import { Readable, pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import type { Transform } from 'node:stream';
import { OutboundError } from './safe-http.js';

export const ACCEPT_ENCODING = 'gzip, deflate, br';

type Coding = 'gzip' | 'deflate' | 'br';
const CODINGS: Record<string, Coding> = { gzip: 'gzip', 'x-gzip': 'gzip', deflate: 'deflate', br: 'br' };

/**
 * The one coding of a Content-Encoding header, or null for none. Two codings on top of each other are refused: they serve nobody,
 * and nested ones turn hundreds of bytes into hundreds of megabytes.
 * @throws OutboundError bad-encoding
 */
export function codingOf(header: string | undefined): Coding | null {
  const names = (header ?? '').toLowerCase().split(',').map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity'); // prettier-ignore
  if (names.length === 0) return null;
  const coding = names.length === 1 ? CODINGS[names[0]!] : undefined;
  if (!coding)
    throw new OutboundError('bad-encoding', `The answer is packed as “${names.join(', ').slice(0, 80)}”, which is not read here`);
  return coding;
}

/**
 * @param maxBytes of the unpacked body; the packed one may not be bigger either
 * @param onBytes called whenever bytes arrived, to keep an idle timer waiting
 * @throws OutboundError too-large, bad-encoding; whatever the source throws
 */
export async function readBody(source: Readable, coding: Coding | null, maxBytes: number, onBytes: () => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const arriving = counted(source, maxBytes, onBytes);
  let size = 0;
  for await (const chunk of coding ? unpacked(arriving, coding) : arriving) {
    // Unpacking takes its time: that is no silence of the server.
    onBytes();
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

async function* counted(source: Readable, maxBytes: number, onBytes: () => void): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    onBytes();
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    if (chunk.length > 0) yield chunk;
  }
}

async function* unpacked(packed: AsyncGenerator<Buffer>, coding: Coding): AsyncGenerator<Buffer> {
  const first = await packed.next();
  if (first.done) return;
  const whole = Readable.from(withFirst(first.value, packed), { objectMode: false });
  const inflater = pipeline(whole, inflaterOf(coding, first.value), () => undefined);
  try {
    yield* inflater as AsyncIterable<Buffer>;
  } catch (error) {
    if (isPackingError(error)) throw new OutboundError('bad-encoding', `The answer says it is ${coding} but cannot be unpacked`);
    throw error;
  }
}

async function* withFirst(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function inflaterOf(coding: Coding, start: Buffer): Transform {
  if (coding === 'gzip') return createGunzip();
  if (coding === 'br') return createBrotliDecompress();
  return isZlib(start) ? createInflate() : createInflateRaw();
}

/** "deflate" means zlib (RFC 9110 8.4.1.2), but some servers send the bare stream; the zlib header tells (RFC 1950 2.2). */
function isZlib(start: Buffer): boolean {
  const method = start[0] ?? 0;
  return (method & 0x0f) === 8 && (start.length < 2 || ((method << 8) | start[1]!) % 31 === 0);
}

function isPackingError(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code ?? '');
  return code.startsWith('Z_') || code.startsWith('ERR__ERROR_') || code.startsWith('ERR_BROTLI') || code === 'ERR_PADDING_2';
}

function tooLarge(maxBytes: number): OutboundError {
  return new OutboundError(
    'too-large',
    `The answer is bigger than ${Math.round(maxBytes / 1000).toLocaleString('en')} kB and was not read on`,
  );
}
