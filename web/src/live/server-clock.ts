/** The server's time on the page. Clocks follow it, never the laptop's. */
import { useSyncExternalStore } from 'react';

let offset = Date.now() - performance.now();
let exact = false;
const listeners = new Set<() => void>();
let second = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The server's time in ms since 1970. Goes on by itself while the desk cannot be reached. */
export const serverNow = (): number => performance.now() + offset;

/** Sets the time from the live stream: exact to the way a frame takes. */
export function setServerTime(now: string): void {
  const time = Date.parse(now);
  if (Number.isNaN(time)) return;
  offset = time - performance.now();
  exact = true;
  beat();
}

/** Sets the time from an answer's Date header (whole seconds), until the live stream gives a better one. */
export function hintServerTime(date: number): void {
  if (exact || Math.abs(date - serverNow()) < 2000) return;
  offset = date + 500 - performance.now();
  beat();
}

/** The server's time, anew every second, in ms rounded down to the second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => second || beatValue());
}

function beatValue(): number {
  second = Math.floor(serverNow() / 1000) * 1000;
  return second;
}

function beat(): void {
  if (second === Math.floor(serverNow() / 1000) * 1000) return;
  beatValue();
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(beat, 500);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    second = 0;
  };
}
