/** Writes text and tags so that any XML parser reads them back the same. */

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function startTag(name: string, attributes: ReadonlyMap<string, string>): string {
  let tag = `<${name}`;
  for (const [key, value] of attributes) tag += ` ${key}="${escapeText(value)}"`;
  return `${tag}>`;
}

/** Text between tags. Long texts full of marks go as CDATA, which parsers read many times faster than references. */
export function writeText(text: string): string {
  if (text.length < 200 || !/[&<]/.test(text)) return escapeText(text);
  return `<![CDATA[${clean(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Text that is safe in XML 1.0, in and out of quotes. */
export function escapeText(text: string): string {
  return clean(text).replace(/[&<>"]/g, (mark) => MARKS[mark]!);
}

/** Without what XML 1.0 does not allow at all. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed();
}
