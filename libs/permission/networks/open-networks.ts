/** What Bluesky and Mastodon permit: both take automatic answers to who spoke to us, from an account that says what it is. */
import { AUTOMATIC, BY_HAND, PRIVATE, type Citation, type NetworkTable } from '../rule.js';

const BLUESKY_BOTS: Citation = {
  text: 'A bot interacts with people (like, repost, reply) only if they tagged it: it must be opt-in, else it may be taken for spam.',
  where: 'Bluesky developer documentation, “Bots”: rate limits and respecting other users',
  checked: '2026-11',
};
const BLUESKY: Citation = {
  text: 'Replies are ordinary records of the account; nothing asks for a mention.',
  where: 'AT Protocol, app.bsky.feed.post',
  checked: '2026-11',
};
const MASTODON_BOT: Citation = {
  text: 'An automated account sets its bot flag; many servers ask for it in their rules, and that it answers only when mentioned: each server has rules of its own.',
  where: 'Mastodon API, account attribute “bot”; the page About of the server',
  checked: '2026-11',
};
const MASTODON: Citation = {
  text: 'Anybody may be answered with the account’s own rights.',
  where: 'Mastodon API, POST /api/v1/statuses',
  checked: '2026-11',
};

export const BLUESKY_TABLE: NetworkTable = {
  network: 'bluesky',
  name: 'Bluesky',
  rules: [
    { id: 'bluesky.automation.tagged-only', kinds: AUTOMATIC, none: ['mentions-us', 'answers-us'], verdict: 'by-a-person', reason: 'author-did-not-mention-us', source: BLUESKY_BOTS },
    { id: 'bluesky.automation.tagged', kinds: AUTOMATIC, verdict: 'automatic', reason: 'author-mentioned-us', source: BLUESKY_BOTS },
    { id: 'bluesky.reply', kinds: BY_HAND, verdict: 'by-a-person', reason: 'person-may-reply', source: BLUESKY },
    { id: 'bluesky.private', kinds: PRIVATE, verdict: 'by-a-person', via: 'own-network', reason: 'private-by-hand', source: BLUESKY },
  ],
}; // prettier-ignore

export const MASTODON_TABLE: NetworkTable = {
  network: 'mastodon',
  name: 'Mastodon',
  rules: [
    { id: 'mastodon.automation.mention-only', kinds: AUTOMATIC, none: ['mentions-us', 'answers-us'], verdict: 'by-a-person', reason: 'author-did-not-mention-us', source: MASTODON_BOT },
    { id: 'mastodon.automation.bot-flag', kinds: AUTOMATIC, none: ['marked-automated'], verdict: 'by-a-person', reason: 'account-not-marked', source: MASTODON_BOT },
    { id: 'mastodon.automation.mention', kinds: AUTOMATIC, verdict: 'automatic', reason: 'author-mentioned-us', source: MASTODON_BOT },
    { id: 'mastodon.reply', kinds: BY_HAND, verdict: 'by-a-person', reason: 'person-may-reply', source: MASTODON },
    { id: 'mastodon.private', kinds: PRIVATE, verdict: 'by-a-person', reason: 'private-by-hand', source: MASTODON },
  ],
}; // prettier-ignore
