/** The same document for people: one page, without scripts or anything from elsewhere. */
import type { Json } from './schemas.js';

const escape = (text: unknown) =>
  String(text ?? '').replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
/** Texts mark code with backticks. */
const prose = (text: unknown) => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}' +
  'details{border:1px solid #8884;border-radius:6px;margin:.5rem 0;padding:.5rem .75rem}summary{cursor:pointer}' +
  'code,pre{font-family:ui-monospace,monospace;font-size:.875em}pre{overflow:auto}.m{display:inline-block;min-width:4.5rem;font-weight:600}';

interface Operation {
  tags: string[];
  summary: string;
  description?: string;
  responses: Record<string, { description: string }>;
}

/** @returns the page as HTML */
export function docsPage(document: Json): string {
  const operations = Object.entries(document['paths'] as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const info = document['info'] as { title: string; version: string; description: string };
  const tags = [...new Set(operations.map(({ operation }) => operation.tags[0] ?? ''))].sort();
  const sections = tags.map((tag) => {
    const list = operations.filter(({ operation }) => operation.tags[0] === tag);
    return `<h2>${escape(tag)}</h2>${list.map(operationHtml).join('')}`;
  });
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escape(info.title)} API</title><style>${STYLE}</style></head><body><h1>${escape(info.title)} API ${escape(info.version)}</h1>` +
    `<p>${prose(info.description)}</p><p><a href="/api/openapi.json">openapi.json</a></p>${sections.join('')}</body></html>`
  );
}

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const answers = Object.entries(operation.responses).map(
    ([status, answer]) => `<li><code>${status}</code> ${prose(answer.description)}</li>`,
  );
  const { tags: _, summary, description, responses: __, ...rest } = operation;
  return (
    `<details><summary><span class="m">${escape(method.toUpperCase())}</span> <code>${escape(path)}</code> ${escape(summary)}</summary>` +
    `<p>${escape(description)}</p><ul>${answers.join('')}</ul><pre>${escape(JSON.stringify(rest, null, 2))}</pre></details>`
  );
}
