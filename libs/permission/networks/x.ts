/** What X permits. */
import { AUTOMATIC, BY_HAND, PRIVATE, type Citation, type NetworkTable } from '../rule.js';

const REPLY_API: Citation = {
  text: 'POST /2/tweets refuses replies on self-serve plans (free, basic, pro, pay-per-use) unless the author @mentions the replying account or quotes its post; enterprise and public utility apps are exempt.',
  where: 'X Developers, announcement of 23 February 2026',
  checked: '2026-11',
};
const AUTOMATION: Citation = {
  text: 'No automated reply to a mere keyword mention, no unsolicited contact with people who complained in public; a reply to an @mention is allowed.',
  where: 'X automation rules, automated replies and mentions; developer guidelines',
  checked: '2026-11',
};
const ONCE: Citation = {
  text: 'At most one automated reply or mention per interaction; a clear and easy way to opt out, honoured at once.',
  where: 'X automation rules, automated replies and mentions',
  checked: '2026-11',
};
const LABEL: Citation = {
  text: 'An account that automates is labelled so and names its operator.',
  where: 'X automation rules and developer guidelines',
  checked: '2026-11',
};

export const X: NetworkTable = {
  network: 'x',
  name: 'X',
  rules: [
    { id: 'x.automation.mention-only', kinds: AUTOMATIC, none: ['mentions-us'], verdict: 'by-a-person', via: 'own-network', reason: 'author-did-not-mention-us', source: AUTOMATION },
    { id: 'x.automation.once', kinds: AUTOMATIC, all: ['automated-in-thread'], verdict: 'by-a-person', reason: 'automated-in-thread', source: ONCE },
    { id: 'x.automation.label', kinds: AUTOMATIC, none: ['marked-automated'], verdict: 'by-a-person', reason: 'account-not-marked', source: LABEL },
    { id: 'x.automation.mention', kinds: AUTOMATIC, verdict: 'automatic', reason: 'author-mentioned-us', source: AUTOMATION },
    { id: 'x.reply.self-serve', kinds: BY_HAND, all: ['self-serve-plan'], none: ['mentions-us', 'quotes-us'], verdict: 'by-a-person', via: 'own-network', reason: 'x-reply-needs-mention', source: REPLY_API },
    { id: 'x.reply', kinds: BY_HAND, verdict: 'by-a-person', reason: 'person-may-reply', source: REPLY_API },
    { id: 'x.private.unsolicited', kinds: PRIVATE, none: ['mentions-us', 'answers-us'], verdict: 'never', reason: 'no-unsolicited-message', source: AUTOMATION },
    { id: 'x.private', kinds: PRIVATE, verdict: 'by-a-person', via: 'own-network', reason: 'private-by-hand', source: AUTOMATION },
  ],
}; // prettier-ignore
