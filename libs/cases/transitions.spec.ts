import { describe, expect, it } from '@jest/globals';
import { CASE_ACTIONS, CASE_STATUSES } from '#libs/contracts/words.js';
import { allowedActions, heldBy, refusal, type Actor, type CaseState } from './transitions.js';

const now = new Date('2026-11-22T09:00:00Z');
const later = new Date(now.getTime() + 60_000);
const open: CaseState = {
  status: 'open',
  ownerId: null,
  leaseUntil: null,
  acknowledgedAt: null,
  answeredAt: null,
  pausedAt: null,
  excludedAt: null,
};
const mine: CaseState = { ...open, status: 'claimed', ownerId: '1', leaseUntil: later };
const theirs: CaseState = { ...mine, ownerId: '2' };
const lapsed: CaseState = { ...theirs, leaseUntil: now };
const resolved: CaseState = { ...open, status: 'resolved' };
const responder: Actor = { id: '1', mayWork: true, mayTakeOver: false };
const manager: Actor = { id: '1', mayWork: true, mayTakeOver: true };
const viewer: Actor = { id: '1', mayWork: false, mayTakeOver: false };

describe('what may be done to a case', () => {
  it.each([
    ['open', open, responder, ['claim', 'acknowledge', 'reply', 'note', 'resolve', 'wait', 'promise']],
    ['mine', mine, responder, ['release', 'acknowledge', 'reply', 'note', 'resolve', 'wait', 'promise']],
    [
      'mine and acknowledged',
      { ...mine, acknowledgedAt: now },
      responder,
      ['release', 'reply', 'note', 'resolve', 'wait', 'promise'],
    ],
    [
      'mine and waiting',
      { ...mine, acknowledgedAt: now, pausedAt: now },
      responder,
      ['release', 'reply', 'note', 'resolve', 'resume', 'promise'],
    ],
    ['a colleague’s', theirs, responder, ['note']],
    ['a colleague’s, seen by a manager', theirs, manager, ['take-over', 'release', 'note', 'exclude']],
    ['a colleague’s and out of the count', { ...theirs, excludedAt: now }, manager, ['take-over', 'release', 'note', 'include']],
    ['any, for a manager who works no cases', open, { ...viewer, mayTakeOver: true }, ['exclude']],
    ['lapsed', lapsed, responder, ['claim', 'acknowledge', 'reply', 'note', 'resolve', 'wait', 'promise']],
    ['resolved', resolved, responder, ['note', 'reopen', 'follow-up']],
    ['any, for a viewer', open, viewer, []],
  ] as const)('%s', (_, state, actor, actions) => {
    expect(allowedActions(state, actor, now, CASE_ACTIONS)).toEqual(actions);
  });

  it('says why not', () => {
    expect(refusal('claim', theirs, responder, now)).toBe('case-already-claimed');
    expect(refusal('release', open, responder, now)).toBe('case-not-claimed');
    expect(refusal('reply', resolved, responder, now)).toBe('case-resolved');
    expect(refusal('reopen', open, responder, now)).toBe('case-not-resolved');
    expect(refusal('acknowledge', { ...mine, answeredAt: now }, responder, now)).toBe('already-acknowledged');
    expect(refusal('claim', open, viewer, now)).toBe('not-allowed');
  });

  it('never lets two people hold one case', () => {
    for (const status of CASE_STATUSES) {
      const state: CaseState = { ...theirs, status };
      const holder = heldBy(state, now);
      if (holder !== null) expect(refusal('claim', state, responder, now)).toBe('case-already-claimed');
    }
  });
});
