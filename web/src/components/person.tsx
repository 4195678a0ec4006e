/** A person or author as a quiet circle of initials; colour is kept for meaning. */
import { NetworkIcon } from './network.js';

export function Person({ name, size = 32, network, own }: { name: string; size?: number; network?: string; own?: boolean }) {
  return (
    <span className="person" style={{ width: size, height: size }}>
      <span className="person__initials" data-own={own || undefined} style={{ fontSize: Math.round(size * 0.36) }} aria-hidden>
        {initials(name)}
      </span>
      {network && (
        <span className="person__net">
          <NetworkIcon network={network} size={11} />
        </span>
      )}
    </span>
  );
}

function initials(name: string): string {
  const words = name
    .replace(/^[@#]|^[ur]\//, '')
    .split(/[\s._-]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')].find((c) => /[\p{L}\p{N}]/u.test(c)) ?? '',
  );
  return letters.join('').toLocaleUpperCase() || '?';
}

/** The name an author goes by. */
export const authorName = (author: { name: string | null; handle: string | null }): string => author.name || author.handle || '?';
export const atHandle = (handle: string): string => (/^[@#]|\//.test(handle) ? handle : `@${handle}`);
