/** What Facebook and Instagram, Telegram and the App Store permit: people who wrote at our own place may be answered there. */
import { AUTOMATIC, BY_HAND, PRIVATE, type Citation, type NetworkTable } from '../rule.js';

const META_PAGE: Citation = {
  text: 'A page may answer comments on its own posts; elsewhere it has no say.',
  where: 'Meta Pages API, comments',
  checked: '2026-11',
};
const META_PRIVATE: Citation = {
  text: 'One private message to who commented on the page, within 7 days of the comment; under a live film of Instagram only while it lasts.',
  where: 'Messenger Platform and Instagram Platform, private replies (as of 30 June 2026)',
  checked: '2026-11',
};
const TELEGRAM: Citation = {
  text: 'A bot cannot begin a conversation; it may answer where it was added, to who wrote to it or named it.',
  where: 'Telegram, “Bots: An introduction for developers” and “Bot features”',
  checked: '2026-11',
};
const APP_STORE: Citation = {
  text: 'A review gets one public response of the developer, who may change it at any time; each shows as pending for up to 24 hours.',
  where: 'App Store Connect help, ratings and reviews overview',
  checked: '2026-11',
};

export const META: NetworkTable = {
  network: 'meta',
  name: 'Facebook and Instagram',
  rules: [
    { id: 'meta.automation.elsewhere', kinds: AUTOMATIC, none: ['on-our-place'], verdict: 'by-a-person', via: 'own-network', reason: 'not-on-our-page', source: META_PAGE },
    { id: 'meta.automation', kinds: AUTOMATIC, verdict: 'automatic', reason: 'on-our-page', source: META_PAGE },
    { id: 'meta.reply.elsewhere', kinds: BY_HAND, none: ['on-our-place', 'mentions-us'], verdict: 'by-a-person', via: 'own-network', reason: 'not-on-our-page', source: META_PAGE },
    { id: 'meta.reply', kinds: BY_HAND, verdict: 'by-a-person', reason: 'person-may-reply', source: META_PAGE },
    { id: 'meta.private.elsewhere', kinds: PRIVATE, none: ['on-our-place', 'private-place'], verdict: 'never', reason: 'no-unsolicited-message', source: META_PRIVATE },
    { id: 'meta.private', kinds: PRIVATE, verdict: 'by-a-person', reason: 'one-private-message', source: META_PRIVATE },
  ],
}; // prettier-ignore

export const TELEGRAM_TABLE: NetworkTable = {
  network: 'telegram',
  name: 'Telegram',
  rules: [
    { id: 'telegram.automation.unasked', kinds: AUTOMATIC, none: ['mentions-us', 'answers-us', 'private-place'], verdict: 'by-a-person', reason: 'author-did-not-mention-us', source: TELEGRAM },
    { id: 'telegram.automation', kinds: AUTOMATIC, verdict: 'automatic', reason: 'author-wrote-to-us', source: TELEGRAM },
    { id: 'telegram.reply.private-chat', kinds: BY_HAND, all: ['private-place'], verdict: 'private-only', reason: 'private-place', source: TELEGRAM },
    { id: 'telegram.reply', kinds: BY_HAND, verdict: 'by-a-person', reason: 'person-may-reply', source: TELEGRAM },
    { id: 'telegram.private.unasked', kinds: PRIVATE, none: ['private-place'], verdict: 'never', reason: 'no-unsolicited-message', source: TELEGRAM },
    { id: 'telegram.private', kinds: PRIVATE, verdict: 'by-a-person', reason: 'private-by-hand', source: TELEGRAM },
  ],
}; // prettier-ignore

export const APP_STORE_TABLE: NetworkTable = {
  network: 'appstore',
  name: 'App Store reviews',
  rules: [
    { id: 'appstore.automation', kinds: AUTOMATIC, verdict: 'by-a-person', reason: 'one-response-only', source: APP_STORE },
    { id: 'appstore.reply', kinds: BY_HAND, verdict: 'by-a-person', reason: 'person-may-reply', source: APP_STORE },
    { id: 'appstore.private', kinds: PRIVATE, verdict: 'never', via: 'own-network', reason: 'no-private-messages', source: APP_STORE },
  ],
}; // prettier-ignore
