/** Short news for the person at the page: shown in a corner and spoken by screen readers. */
import { useSyncExternalStore } from 'react';

export interface News {
  id: number;
  text: string;
  tone: 'plain' | 'problem';
}

let all: News[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Tells the person something; it leaves by itself after six seconds, a problem after twelve. */
export function say(text: string, tone: News['tone'] = 'plain'): void {
  const item = { id: ++lastId, text, tone };
  all = [...all.filter((other) => other.text !== text), item].slice(-3);
  setTimeout(() => dismiss(item.id), tone === 'problem' ? 12_000 : 6000);
  tell();
}

export function dismiss(id: number): void {
  all = all.filter((item) => item.id !== id);
  tell();
}

export const useNews = (): News[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
