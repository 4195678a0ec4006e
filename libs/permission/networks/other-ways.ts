/** What holds for feeds, e-mail, programs of our own and invented posts. */
import { AUTOMATIC, BY_HAND, PRIVATE, type Citation, type NetworkTable } from '../rule.js';

const FEED: Citation = {
  text: 'A feed only tells; whoever wants to answer writes to the author or at the place itself.',
  where: 'RSS 2.0 and Atom (RFC 4287) have no way back',
  checked: '2026-11',
};
const MAIL: Citation = {
  text: 'An automatic answer goes to who wrote to us, never to lists or to automatic mail, and once.',
  where: 'RFC 3834, sections 2 and 4',
  checked: '2026-11',
};
const ALERT_MAIL: Citation = {
  text: 'Mail that tells of a post elsewhere is no conversation: its sender is not who wrote the post.',
  where: 'RFC 3834, section 2',
  checked: '2026-11',
};
const OWN_PROGRAM: Citation = {
  text: 'Who calls the webhook decides what its address for replies does; the network it names has its own table, which holds as well.',
  where: 'Rule of the house',
  checked: '2026-11',
};
const INVENTED: Citation = {
  text: 'Invented posts are answered by pretending; for automatic answers the table of the network they play holds as well.',
  where: 'Rule of the house',
  checked: '2026-11',
};

export const FEED_TABLE: NetworkTable = {
  network: 'feed',
  name: 'Feeds and web alerts',
  rules: [
    { id: 'feed.automation', kinds: AUTOMATIC, verdict: 'never', via: 'own-network', reason: 'no-way-to-send', source: FEED },
    { id: 'feed.reply', kinds: BY_HAND, verdict: 'by-a-person', via: 'own-network', reason: 'no-way-to-send', source: FEED },
    { id: 'feed.private', kinds: PRIVATE, verdict: 'by-a-person', via: 'own-network', reason: 'no-way-to-send', source: FEED },
  ],
}; // prettier-ignore

export const EMAIL: NetworkTable = {
  network: 'email',
  name: 'E-mail',
  rules: [
    { id: 'email.automation.alert', kinds: AUTOMATIC, none: ['private-place'], verdict: 'never', via: 'own-network', reason: 'no-way-to-send', source: ALERT_MAIL },
    { id: 'email.automation', kinds: AUTOMATIC, verdict: 'automatic', reason: 'author-wrote-to-us', source: MAIL },
    { id: 'email.reply.alert', kinds: BY_HAND, none: ['private-place'], verdict: 'by-a-person', via: 'own-network', reason: 'no-way-to-send', source: ALERT_MAIL },
    { id: 'email.reply', kinds: BY_HAND, verdict: 'private-only', reason: 'private-place', source: MAIL },
    { id: 'email.private', kinds: PRIVATE, verdict: 'by-a-person', reason: 'person-may-reply', source: MAIL },
  ],
}; // prettier-ignore

export const WEBHOOK: NetworkTable = {
  network: 'webhook',
  name: 'Webhook',
  rules: [
    { id: 'webhook.automation', kinds: AUTOMATIC, verdict: 'automatic', reason: 'own-program', source: OWN_PROGRAM },
    { id: 'webhook.reply.private-place', kinds: BY_HAND, all: ['private-place'], verdict: 'private-only', reason: 'private-place', source: OWN_PROGRAM },
    { id: 'webhook.reply', kinds: BY_HAND, verdict: 'by-a-person', reason: 'person-may-reply', source: OWN_PROGRAM },
    { id: 'webhook.private.place', kinds: PRIVATE, all: ['private-place'], verdict: 'by-a-person', reason: 'person-may-reply', source: OWN_PROGRAM },
    { id: 'webhook.private', kinds: PRIVATE, verdict: 'by-a-person', via: 'own-network', reason: 'private-by-hand', source: OWN_PROGRAM },
  ],
}; // prettier-ignore

export const REPLAY: NetworkTable = {
  network: 'replay',
  name: 'Invented posts',
  rules: [
    { id: 'replay.automation', kinds: AUTOMATIC, verdict: 'automatic', reason: 'invented', source: INVENTED },
    { id: 'replay.reply', kinds: BY_HAND, verdict: 'by-a-person', reason: 'invented', source: INVENTED },
    { id: 'replay.private', kinds: PRIVATE, verdict: 'by-a-person', reason: 'invented', source: INVENTED },
  ],
}; // prettier-ignore
