/** Promises for tests: replaces whatever is promised by an acknowledgement and an answer for every case, or by the given terms. */
import type { Client } from './desk.js';

type Terms = Record<string, unknown>;

/** @param items terms with the defaults of the contract, in the order of the list */
export async function promise(manager: Client, items: Terms[]): Promise<string[]> {
  const { items: old } = await manager.must<{ items: { id: string }[] }>('GET', '/standards');
  const ids: string[] = [];
  for (const item of items) {
    const { id } = await manager.must<{ id: string }>('POST', '/standards', { terms: { scope: {}, percent: 90, ...item } });
    await manager.must('POST', `/standards/${id}/publish`, { reason: 'for a test' });
    ids.push(id);
  }
  for (const { id } of old) await manager.must('POST', `/standards/${id}/retire`, { reason: 'for a test' });
  return ids;
}

/** An acknowledgement and a person's answer within so many seconds, warned at half of them. */
export function promiseSeconds(manager: Client, acknowledge: number, human: number): Promise<string[]> {
  return promise(manager, [
    { clock: 'acknowledge', targetSeconds: acknowledge, warnShares: [0.5] },
    { clock: 'human-response', targetSeconds: human, warnShares: [0.5] },
  ]);
}
