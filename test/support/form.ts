/** Reads a form with files as a server gets it, and makes pictures to send. */
import type { IncomingHttpHeaders } from 'node:http';

export interface FormFile {
  type: string;
  name: string;
  bytes: Buffer;
}

/** @returns its fields, files among them; null when the body is no form */
export async function readForm(headers: IncomingHttpHeaders, body: Buffer): Promise<Record<string, string | FormFile> | null> {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return null;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const fields: Record<string, string | FormFile> = {};
  for (const [name, value] of form.entries())
    fields[name] =
      typeof value === 'string' ? value : { type: value.type, name: value.name, bytes: Buffer.from(await value.arrayBuffer()) };
  return fields;
}

const chunk = (name: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
};

/** A PNG of 3 by 2 that says where it was made. @param bytes how much picture is in it */
export function aPng(bytes = 20): Buffer {
  const head = Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
  const chunks = [
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from('Location\0Kadikoy')),
    chunk('IDAT', Buffer.alloc(bytes, 7)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}
