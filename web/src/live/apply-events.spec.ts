/** Live events change what is on the page and move no row. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CaseCard } from '#libs/contracts/views/case.js';
import { QueryClient } from '@tanstack/react-query';
import type { CasePages } from '../api/cases.js';
import { keys } from '../api/keys.js';
import { belongsTo, handlersFor } from './apply-events.js';

const card = (id: string, change: Partial<CaseCard> = {}): CaseCard =>
  ({
    id, status: 'open', owner: null, clock: null, version: 1, risk: { score: 0, level: 'low' }, watch: { id: '1', name: 'Brand' },
    acknowledgedAt: null, answeredAt: null, lastMentionAt: '2026-11-22T08:00:00.000Z', ...change,
  }) as CaseCard; // prettier-ignore
const me = { id: '7', name: 'Selin' };
const envelope = { seq: 1, at: '2026-11-22T08:00:00.000Z' };

describe('belongsTo', () => {
  it.each([
    ['mine', card('1', { status: 'claimed', owner: me }), true],
    ['mine', card('1', { status: 'claimed', owner: { id: '8', name: 'Mina' } }), false],
    ['unclaimed', card('1'), true],
    ['unclaimed', card('1', { status: 'claimed', owner: me }), false],
    ['at-risk', card('1', { risk: { score: 0.9, level: 'high' } }), true],
    ['at-risk', card('1'), false],
    ['waiting', card('1', { answeredAt: '2026-11-22T09:00:00.000Z' }), true],
    ['waiting', card('1', { answeredAt: '2026-11-22T07:00:00.000Z' }), false],
    ['open', card('1', { status: 'resolved' }), false],
    ['resolved', card('1', { status: 'resolved' }), true],
    ['all', card('1', { status: 'resolved' }), true],
  ] as const)('%s', (view, item, expected) => expect(belongsTo(view, item, me.id)).toBe(expected));
});

describe('case.changed', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const listOf = (client: QueryClient) =>
    client.getQueryData<CasePages>(keys.caseList({ view: 'open' }))!.pages.flatMap((page) => page.items);
  const withList = (...items: CaseCard[]) => {
    const client = new QueryClient();
    client.setQueryData<CasePages>(keys.caseList({ view: 'open' }), { pages: [{ items, nextCursor: null }], pageParams: [null] });
    return client;
  };
  it('puts a newer card in its place and keeps the order', () => {
    const client = withList(card('1'), card('2'), card('3'));
    handlersFor(client, me.id, () => undefined)['case.changed']!({
      ...envelope,
      why: 'claimed',
      case: card('2', { version: 2, status: 'claimed', owner: me }),
    });
    expect(listOf(client).map((item) => [item.id, item.status])).toEqual([
      ['1', 'open'],
      ['2', 'claimed'],
      ['3', 'open'],
    ]);
  });
  it('leaves a newer card alone when an older event comes late', () => {
    const client = withList(card('1', { version: 5, status: 'resolved' }));
    handlersFor(client, me.id, () => undefined)['case.changed']!({
      ...envelope,
      why: 'claimed',
      case: card('1', { version: 4, status: 'claimed' }),
    });
    expect(listOf(client)[0]!.status).toBe('resolved');
  });
  it('does not put a new case among the rows', () => {
    const client = withList(card('1'));
    handlersFor(client, me.id, () => undefined)['case.changed']!({ ...envelope, why: 'opened', case: card('9') });
    expect(listOf(client).map((item) => item.id)).toEqual(['1']);
  });
  it('tells of a broken promise: one’s own as such, a raised one of others to managers', () => {
    const client = withList(card('1', { status: 'claimed', owner: me }), card('2'));
    const told: string[] = [];
    const on = handlersFor(client, me.id, ({ kind, caseId }) => told.push(`${kind} ${caseId}`));
    for (const caseId of ['1', '2']) on['clock.breached']!({ ...envelope, caseId, clock: 'acknowledge', dueAt: envelope.at });
    expect(told).toEqual(['breached 1']);
  });
});
