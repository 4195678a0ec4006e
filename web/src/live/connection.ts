/** Whether the live stream stands, as something components can follow. */
import { useSyncExternalStore } from 'react';

export interface Connection {
  /** `joining`: first try; `live`: events arrive; `away`: it was lost, or could not be made. */
  state: 'joining' | 'live' | 'away';
  /** Server time in ms since when nothing arrives. */
  since: number | null;
}

let connection: Connection = { state: 'joining', since: null };
let tryNow: () => void = () => undefined;
const listeners = new Set<() => void>();

export function setConnection(next: Connection): void {
  if (next.state === connection.state) return;
  connection = next;
  listeners.forEach((tell) => tell());
}

export function onTryNow(run: () => void): void {
  tryNow = run;
}

/** Tries to connect again without waiting. */
export const reconnectNow = (): void => tryNow();

export const useConnection = (): Connection =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
