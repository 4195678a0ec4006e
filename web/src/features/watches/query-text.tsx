/** A query with its operators set apart, as text. */
const PARTS = /("[^"]*"?|\b(?:OR|AND|NOT)\b|[()]|[^\s()"]+|\s+)/g;

export function QueryText({ query }: { query: string }) {
  return (query.match(PARTS) ?? []).map((part, i) => {
    if (/^(OR|AND|NOT)$/.test(part)) return <b key={i} className="q-o">{part}</b>; // prettier-ignore
    return /^[()]$/.test(part) ? <span key={i} className="q-f">{part}</span> : part; // prettier-ignore
  });
}
