import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RuleConditions, RuleLimits } from '#libs/contracts/http/acknowledgement-rules.js';
import { chooseWording } from './choose-wording.js';
import { overLimit, type OverLimit, type SentCounts } from './limits.js';
import { quietUntil } from './quiet-hours.js';
import { missedCondition, type CaseForRules } from './rule-matches.js';

describe('the choice of a wording', () => {
  it('never repeats to one author, nor in a row', () => {
    const list = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(list, fc.array(fc.nat(5)), fc.option(fc.nat(5)), fc.integer(), (wordings, had, last, turn) => {
        const toAuthor = had.flatMap((i) => wordings[i] ?? []);
        const before = last === null ? null : (wordings[last] ?? null);
        const chosen = chooseWording(wordings, toAuthor, before, turn);
        if (chosen === null) return wordings.every((w) => toAuthor.includes(w) || w === before);
        return wordings.includes(chosen) && !toAuthor.includes(chosen) && chosen !== before;
      }),
    );
  });
});

describe('quiet hours', () => {
  const quiet = { zone: 'Europe/Bratislava', from: '22:00', to: '07:00' };
  it.each([
    ['2026-11-22T20:59:59Z', null],
    ['2026-11-22T21:00:00Z', '2026-11-23T06:00:00.000Z'],
    ['2026-11-23T05:59:59Z', '2026-11-23T06:00:00.000Z'],
    ['2026-11-23T06:00:00Z', null],
    // The night in which summer time ends has an hour more.
    ['2026-10-24T21:00:00Z', '2026-10-25T06:00:00.000Z'],
  ])('%s → %s', (at, ends) => expect(quietUntil(quiet, new Date(at))?.toISOString() ?? null).toBe(ends));

  it('within one day, and never when both times are equal', () => {
    const noon = { zone: 'UTC', from: '12:00', to: '13:00' };
    expect(quietUntil(noon, new Date('2026-11-22T12:30:00Z'))).toEqual(new Date('2026-11-22T13:00:00Z'));
    expect(quietUntil({ ...noon, to: '12:00' }, new Date('2026-11-22T12:00:00Z'))).toBeNull();
  });
});

describe('limits', () => {
  const limits = RuleLimits.parse({ perAuthor: 1, perHour: 10, perNetworkHour: 5, stormPerFiveMinutes: 4 });
  it.each<[Partial<SentCounts>, number | null, OverLimit | null]>([
    [{}, null, null],
    [{ author: 1 }, null, 'author-limit'],
    [{ hour: 10 }, null, 'hour-limit'],
    [{ hour: 9, networkHour: 5 }, null, 'network-limit'],
    [{ hour: 4, networkHour: 4, fiveMinutes: 4 }, null, 'storm'],
    [{ accountHour: 3 }, null, null],
    [{ accountHour: 2 }, 3, null],
    [{ accountHour: 3 }, 3, 'account-limit'],
    [{}, 0, 'account-limit'],
  ])('%j, %s of the account → %s', (counts, ofAccount, over) =>
    expect(overLimit(limits, { author: 0, hour: 0, networkHour: 0, fiveMinutes: 0, accountHour: 0, ...counts }, ofAccount)).toBe(
      over,
    ),
  );
});

describe('conditions', () => {
  const it0: CaseForRules = {
    watchId: '1', sourceId: '2', network: 'mastodon', language: 'tr', intent: 'complaint', priority: 'high', riskLevel: 'low', sentiment: 'negative',
    urgency: 0.6, text: 'Faturam yanlış geldi', followers: 50, mentionsUs: true, knownAuthor: false, open: true,
  }; // prettier-ignore
  it.each<[Partial<RuleConditions>, Partial<CaseForRules>, string | null]>([
    [{}, {}, null],
    [{ watchIds: ['9'] }, {}, 'watchIds'],
    [{ sourceIds: ['9', '2'] }, {}, null],
    [{ networks: ['x'] }, {}, 'networks'],
    [{ languages: ['sk', 'en'] }, {}, 'languages'],
    [{ intents: ['complaint', 'question'] }, {}, null],
    [{ priorities: ['urgent'] }, {}, 'priorities'],
    [{ riskLevels: ['low'] }, { riskLevel: 'high' }, 'riskLevels'],
    [{ sentiments: ['positive'] }, {}, 'sentiments'],
    [{ words: ['fatura'] }, {}, null],
    [{ words: ['atura'] }, {}, 'words'],
    [{ words: ['FATURA'] }, { text: 'yine fatura!' }, null],
    [{ hours: 'closed' }, {}, 'hours'],
    [{ hours: 'open' }, { open: null }, 'hours'],
    [{ mentionsUs: 'yes' }, { mentionsUs: false }, 'mentionsUs'],
    [{ mentionsUs: 'no' }, { mentionsUs: false }, null],
    [{ firstContact: true }, { knownAuthor: true }, 'firstContact'],
    [{ reachAtLeast: 100 }, {}, 'reachAtLeast'],
    [{ reachAtMost: 10 }, {}, 'reachAtMost'],
    [{ urgencyAtLeast: 0.7 }, {}, 'urgencyAtLeast'],
  ])('%j with %j: %s', (conditions, change, missed) => {
    expect(missedCondition(RuleConditions.parse(conditions), { ...it0, ...change })).toBe(missed);
  });
});
