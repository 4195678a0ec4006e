/** A form with files in it, as bytes (RFC 7578). */

type Field = string | { type: string; bytes: Buffer };

/** @param fields empty texts are left out; files are named after their type */
export async function formOf(fields: Record<string, Field>): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const form = new FormData();
  for (const [name, field] of Object.entries(fields)) {
    if (typeof field !== 'string')
      form.set(name, new Blob([new Uint8Array(field.bytes)], { type: field.type }), `picture.${field.type.slice(6)}`);
    else if (field !== '') form.set(name, field);
  }
  const made = new Response(form);
  return { headers: { 'content-type': made.headers.get('content-type') ?? '' }, body: Buffer.from(await made.arrayBuffer()) };
}
