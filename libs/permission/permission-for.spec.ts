import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MESSAGE_KINDS, PERMISSION_VERDICTS, type MessageKind } from '#libs/contracts/permission.js';
import { NETWORK_TABLES } from './all-networks.js';
import { ALL_FACTS, DEFAULT_LIMITS, factsOf, type Fact, type PostFacts } from './facts.js';
import { GENERAL_RULES } from './general-rules.js';
import { permissionFor, placesOf } from './permission-for.js';

const [MACHINE, ACKNOWLEDGE, REPLY, PRIVATE] = MESSAGE_KINDS;
const brief = (kind: MessageKind, places: string[], facts: Fact[]) => {
  const { verdict, via, rule } = permissionFor(kind, places, new Set(facts));
  return `${verdict} ${via === 'desk' ? '' : 'there '}${rule}`;
};

/** Golden: network, facts that hold, and the verdict for machine, acknowledgement, reply and private reply. */
const GOLDEN: [string, Fact[], string, string, string][] = [
  ['x', ['self-serve-plan'], 'by-a-person there x.automation.mention-only', 'by-a-person there x.reply.self-serve', 'never x.private.unsolicited'],
  ['x', ['self-serve-plan', 'mentions-us'], 'by-a-person x.automation.label', 'by-a-person x.reply', 'by-a-person there x.private'],
  ['x', ['self-serve-plan', 'mentions-us', 'marked-automated'], 'automatic x.automation.mention', 'by-a-person x.reply', 'by-a-person there x.private'],
  ['x', ['self-serve-plan', 'mentions-us', 'marked-automated', 'automated-in-thread'], 'by-a-person x.automation.once', 'by-a-person x.reply', 'by-a-person there x.private'],
  ['x', ['self-serve-plan', 'quotes-us', 'marked-automated'], 'by-a-person there x.automation.mention-only', 'by-a-person x.reply', 'never x.private.unsolicited'],
  ['x', ['marked-automated'], 'by-a-person there x.automation.mention-only', 'by-a-person x.reply', 'never x.private.unsolicited'],
  ['bluesky', [], 'by-a-person bluesky.automation.tagged-only', 'by-a-person bluesky.reply', 'by-a-person there bluesky.private'],
  ['bluesky', ['mentions-us'], 'automatic bluesky.automation.tagged', 'by-a-person bluesky.reply', 'by-a-person there bluesky.private'],
  ['bluesky', ['answers-us'], 'automatic bluesky.automation.tagged', 'by-a-person bluesky.reply', 'by-a-person there bluesky.private'],
  ['mastodon', ['mentions-us'], 'by-a-person mastodon.automation.bot-flag', 'by-a-person mastodon.reply', 'by-a-person mastodon.private'],
  ['mastodon', ['mentions-us', 'marked-automated'], 'automatic mastodon.automation.mention', 'by-a-person mastodon.reply', 'by-a-person mastodon.private'],
  ['mastodon', ['marked-automated'], 'by-a-person mastodon.automation.mention-only', 'by-a-person mastodon.reply', 'by-a-person mastodon.private'],
  ['reddit', ['mentions-us'], 'by-a-person reddit.automation.consent', 'by-a-person reddit.reply', 'by-a-person there reddit.private.asked'],
  ['reddit', ['mentions-us', 'place-agrees'], 'automatic reddit.automation', 'by-a-person reddit.reply', 'by-a-person there reddit.private.asked'],
  ['reddit', ['place-agrees'], 'by-a-person reddit.automation.mention-only', 'by-a-person reddit.reply', 'never reddit.private'],
  ['hackernews', ['mentions-us'], 'never there hackernews.automation', 'by-a-person there hackernews.reply', 'never there hackernews.private'],
  ['youtube', ['on-our-place'], 'by-a-person youtube.automation', 'by-a-person youtube.reply', 'never there youtube.private'],
  ['meta', ['on-our-place'], 'automatic meta.automation', 'by-a-person meta.reply', 'by-a-person meta.private'],
  ['instagram', [], 'by-a-person there meta.automation.elsewhere', 'by-a-person there meta.reply.elsewhere', 'never meta.private.elsewhere'],
  ['telegram', ['private-place'], 'automatic telegram.automation', 'private-only telegram.reply.private-chat', 'by-a-person telegram.private'],
  ['telegram', [], 'by-a-person telegram.automation.unasked', 'by-a-person telegram.reply', 'never telegram.private.unasked'],
  ['appstore', ['on-our-place'], 'by-a-person appstore.automation', 'by-a-person appstore.reply', 'never there appstore.private'],
  ['feed', [], 'never there feed.automation', 'by-a-person there feed.reply', 'by-a-person there feed.private'],
  ['email', ['private-place'], 'automatic email.automation', 'private-only email.reply', 'by-a-person email.private'],
  ['email', [], 'never there email.automation.alert', 'by-a-person there email.reply.alert', 'by-a-person email.private'],
  ['webhook', [], 'automatic webhook.automation', 'by-a-person webhook.reply', 'by-a-person there webhook.private'],
  ['replay', [], 'automatic replay.automation', 'by-a-person replay.reply', 'by-a-person replay.private'],
  ['myspace', [], 'by-a-person there unknown-network', 'by-a-person there unknown-network', 'by-a-person there unknown-network'],
]; // prettier-ignore

describe('permission', () => {
  it.each(GOLDEN)('%s with %j', (network, facts, machine, hand, inPrivate) => {
    expect(brief(MACHINE, [network], facts)).toBe(machine);
    expect([brief(ACKNOWLEDGE, [network], facts), brief(REPLY, [network], facts)]).toEqual([hand, hand]);
    expect(brief(PRIVATE, [network], facts)).toBe(inPrivate);
  });

  /** What no machine answers, on the network that permits most. */
  it.each([
    'bereavement', 'self-harm', 'injury', 'emergency', 'threat', 'minors', 'disaster', 'sarcasm', 'low-confidence', 'press', 'vip', 'wants-person', 'automated-in-thread', 'old', 'late',
  ] satisfies Fact[])('%s is left to a person', (fact) => {
    expect(brief(MACHINE, ['webhook'], [fact])).toBe(`by-a-person general.${fact}`);
    expect(brief(REPLY, ['webhook'], [fact])).toBe('by-a-person webhook.reply');
  }); // prettier-ignore

  it.each(['said-stop', 'bot', 'repost'] satisfies Fact[])('%s is never answered by a machine', (fact) => {
    expect(brief(MACHINE, ['webhook'], [fact])).toBe(`never general.${fact}`);
    expect(brief(REPLY, ['webhook'], [fact])).toBe('by-a-person webhook.reply');
  });

  it.each(['own-account', 'deleted'] satisfies Fact[])('%s is never answered at all', (fact) => {
    for (const kind of MESSAGE_KINDS) expect(brief(kind, ['webhook'], [fact])).toMatch(new RegExp(`^never .*general.${fact}$`));
  });

  it('names every rule that applies, the strictest first', () => {
    const { because } = permissionFor(MACHINE, ['x'], new Set<Fact>(['injury', 'repost', 'self-serve-plan']));
    expect(because.map(({ id }) => id)).toEqual(['general.repost', 'x.automation.mention-only', 'general.injury']);
  });

  it('obeys both the way and the place', () => {
    expect(brief(MACHINE, placesOf(MACHINE, 'webhook', 'x'), ['self-serve-plan'])).toBe(
      'by-a-person there x.automation.mention-only',
    );
    expect(brief(REPLY, placesOf(REPLY, 'replay', 'x'), ['self-serve-plan'])).toBe('by-a-person replay.reply');
  });

  it('decides for every network, kind and set of facts, and another fact of care never frees', () => {
    const care = GENERAL_RULES.flatMap(({ all }) => all ?? []);
    const network = fc.constantFrom(...NETWORK_TABLES.map((table) => table.network));
    const some = fc.subarray(ALL_FACTS);
    fc.assert(
      fc.property(network, fc.constantFrom(...MESSAGE_KINDS), some, fc.constantFrom(...care), (place, kind, facts, more) => {
        const before = permissionFor(kind, [place], new Set(facts));
        const after = permissionFor(kind, [place], new Set([...facts, more]));
        const level = (verdict: (typeof PERMISSION_VERDICTS)[number]) => PERMISSION_VERDICTS.indexOf(verdict);
        return before.because.length > 0 && level(after.verdict) >= level(before.verdict);
      }),
    );
  });

  it('says on which table each network ends: with a rule for whatever is left', () => {
    for (const { rules } of NETWORK_TABLES)
      for (const kind of MESSAGE_KINDS) {
        const last = rules.findLast((rule) => rule.kinds.includes(kind));
        expect([kind, last?.all, last?.none]).toEqual([kind, undefined, undefined]);
      }
    const ids = [...GENERAL_RULES, ...NETWORK_TABLES.flatMap(({ rules }) => rules)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('facts', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const plain: PostFacts = {
    postedAt: new Date('2026-11-22T11:59:00Z'), fetchedAt: new Date('2026-11-22T11:59:30Z'), deleted: false, repost: false, ownAccount: false,
    mentionsUs: false, quotesUs: false, answersUs: false, onOurPlace: false, privatePlace: false, followers: 10, marks: [], saidStop: false,
    signals: [], topics: [], intentConfidence: 0.9, automatedInThread: false, plan: 'enterprise', markedAutomated: false, placeAgrees: false,
  }; // prettier-ignore
  it.each<[Partial<PostFacts>, Fact[]]>([
    [{}, []],
    [{ postedAt: new Date('2026-11-21T11:59:00Z') }, ['old', 'late']],
    [{ postedAt: new Date('2026-11-22T10:59:00Z'), fetchedAt: new Date('2026-11-22T11:59:01Z') }, ['late']],
    [{ followers: 50_000 }, ['vip']],
    [{ marks: ['press', 'bot'] }, ['bot', 'press']],
    [{ signals: ['stop', 'wants-person', 'self-harm', 'threat', 'emergency', 'press'] }, ['said-stop', 'wants-person', 'press', 'self-harm', 'emergency', 'threat']],
    [{ topics: ['minors', 'sarcasm', 'bot', 'bereavement', 'injury', 'disaster'] }, ['bot', 'bereavement', 'injury', 'minors', 'disaster', 'sarcasm']],
    [{ intentConfidence: 0.39 }, ['low-confidence']],
    [{ saidStop: true, signals: ['wants-person'] }, ['said-stop', 'wants-person']],
    [{ plan: 'self-serve', markedAutomated: true, placeAgrees: true }, ['self-serve-plan', 'marked-automated', 'place-agrees']],
  ])('%j → %j', (change, facts) => expect([...factsOf({ ...plain, ...change }, DEFAULT_LIMITS, now)]).toEqual(facts)); // prettier-ignore
});
