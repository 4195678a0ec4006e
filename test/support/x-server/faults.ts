/** What can be made to go wrong at the local X, one answer at a time. */
import type { Answer } from './refusal.js';

export type Fault =
  | { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
  | { kind: 'too-many'; resetInSeconds?: number }
  | { kind: 'unauthorized' }
  | { kind: 'forbidden'; detail: string }
  /** The work is done, then the connection is cut without an answer. */
  | { kind: 'lost-after-effect' }
  /** The work is done, then 5xx is answered. */
  | { kind: 'error-after-effect'; status: number }
  /** The connection is cut before anything is done. */
  | { kind: 'cut-before' }
  | { kind: 'delay'; ms: number }
  /** The answer begins and never ends. */
  | { kind: 'hang' }
  | { kind: 'malformed' }
  | { kind: 'html' }
  | { kind: 'huge'; bytes: number }
  /** The page is right but its next token is the one that asked for it, or a made-up one on the last page. */
  | { kind: 'repeated-cursor' }
  | { kind: 'empty-with-next' }
  /** The answer is changed before it goes out. */
  | { kind: 'change'; change: (answer: Answer) => Answer };

export interface FaultOrder {
  fault: Fault;
  /** Which requests: path template such as `/2/tweets/search/recent`; all when left out. */
  route?: string;
  method?: string;
  /** How many answers; default 1. */
  times?: number;
  /** How many fitting requests go well before. */
  after?: number;
}

export class FaultList {
  private orders: Required<FaultOrder>[] = [];

  add(order: FaultOrder): void {
    this.orders.push({ route: '', method: '', times: 1, after: 0, ...order });
  }

  clear(): void {
    this.orders = [];
  }

  /** @returns the fault for this request, and counts it */
  take(method: string, route: string): Fault | null {
    for (const order of this.orders) {
      if ((order.route !== '' && order.route !== route) || (order.method !== '' && order.method !== method)) continue;
      if (order.after > 0) {
        order.after -= 1;
        continue;
      }
      if (order.times <= 0) continue;
      order.times -= 1;
      return order.fault;
    }
    return null;
  }
}
