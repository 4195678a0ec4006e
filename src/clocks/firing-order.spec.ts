import { expect, it } from '@jest/globals';
import { FiringOrder } from './firing-order.js';

const due = new Date('2026-11-23T08:00:00.000Z');
const later = (ms: number) => new Date(due.getTime() + ms);
const nothing = { isDue: false, fired: 0, next: due };

it('comes at the very moment, and asks no more than that, as long as nobody else does', () => {
  const order = new FiringOrder();
  expect(order.after(nothing)).toEqual(due);
  expect(order.expected).toEqual(due);
  expect(order.after({ isDue: true, fired: 1, next: later(1) })).toEqual(later(1));
  expect(order.expected).toBeNull();
});

it('comes second to whoever was faster, and looks before it acts', () => {
  const order = new FiringOrder();
  expect(order.after({ isDue: true, fired: 0, next: later(10) })).toEqual(later(10));
  expect(order.after({ ...nothing, next: later(100) })).toEqual(later(140));
  expect(order.expected).toBeNull();
});

it('waits for nobody where a verb holds the case: what was due is due still', () => {
  const order = new FiringOrder();
  for (const ms of [10, 20, 30]) expect(order.after({ isDue: true, fired: 0, next: later(ms) })).toEqual(later(ms));
  order.after({ isDue: true, fired: 1, next: later(31) });
  expect(order.after({ ...nothing, next: later(100) })).toEqual(later(100));
});

it('comes first again when the other left something to fire', () => {
  const order = new FiringOrder();
  order.after({ isDue: true, fired: 0, next: later(10) });
  order.after({ ...nothing, next: later(100) });
  order.after({ isDue: true, fired: 2, next: later(140) });
  expect(order.after({ ...nothing, next: later(200) })).toEqual(later(200));
});

it('sleeps when no clock waits', () => {
  expect(new FiringOrder().after({ ...nothing, next: null })).toBeNull();
});
