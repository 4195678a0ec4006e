/** A promise as its sentence, the numbers heavy. */
import type { StandardVersionView } from '#libs/contracts/http/standards.js';

export function Said({ said }: { said: StandardVersionView['said'] }) {
  return said.parts.map((part, i) => (part.heavy ? <b key={i}>{part.text}</b> : <span key={i}>{part.text}</span>));
}
