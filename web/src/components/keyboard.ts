/** Single keys that act on the page: `j`, `g q`, `?`. They keep quiet while somebody types, in dialogs, and when switched off. */
import { useEffect, useRef } from 'react';

type Handler = () => void;
const handlers = new Map<string, Handler[]>();
const OFF = 'earshot.keys';
let prefix = '';
let prefixUntil = 0;

/** Runs `handler` when `key` is pressed; the newest one for a key wins. Pass `undefined` to leave the key alone. */
export function useKey(key: string, handler: Handler | undefined): void {
  const latest = useRef(handler);
  latest.current = handler;
  const active = handler !== undefined;
  useEffect(() => {
    if (!active) return;
    const run = () => latest.current?.();
    handlers.set(key, [...(handlers.get(key) ?? []), run]);
    return () => {
      handlers.set(
        key,
        (handlers.get(key) ?? []).filter((other) => other !== run),
      );
    };
  }, [key, active]);
}

/** Whether single keys act, as kept on this device (WCAG 2.1.4 asks for the switch). */
export const keysOn = (): boolean => localStorage.getItem(OFF) !== 'off';
export const setKeysOn = (on: boolean): void => localStorage.setItem(OFF, on ? 'on' : 'off');

/** Listens for the whole page. Called once. */
export function listenForKeys(): () => void {
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

function onKeyDown(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') return fire('mod+k', event);
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]')) return;
  if (event.key === 'Escape') return fire('Escape', event);
  if (!keysOn()) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const combined = prefix && performance.now() < prefixUntil ? `${prefix} ${key}` : key;
  prefix = '';
  if (combined === 'g') {
    prefix = 'g';
    prefixUntil = performance.now() + 1500;
    return;
  }
  if (key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a, button, summary')) return;
  fire(combined, event);
}

function fire(key: string, event: KeyboardEvent): void {
  const handler = handlers.get(key)?.at(-1);
  if (!handler) return;
  event.preventDefault();
  handler();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role="combobox"], [role="listbox"], [role="menu"]') !== null);
