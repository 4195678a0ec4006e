/** What Reddit, Hacker News and YouTube permit: places that belong to others, where a machine is a guest at best. */
import { AUTOMATIC, BY_HAND, PRIVATE, type Citation, type NetworkTable } from '../rule.js';

const REDDIT_BOTS: Citation = {
  text: 'Communities decide about bots; without the moderators’ consent none comments there.',
  where:
    'Rules of each community, lists of r/Bottiquette; a person at Reddit approves each program first (Responsible Builder Policy, November 2025)',
  checked: '2026-11',
};
const HN: Citation = {
  text: 'There is no API to write; comments that are generated or edited by a machine are not to be posted: it is for conversation between humans.',
  where: 'Hacker News guidelines, In Comments (changed on 11 March 2026)',
  checked: '2026-11',
};
const YOUTUBE: Citation = {
  text: 'Mass or repeated comments by machine count as spam; a person answers comments, on our own videos through the API.',
  where: 'YouTube spam, deceptive practices and scams policies, comments; YouTube Data API, comments.insert',
  checked: '2026-11',
};

export const REDDIT: NetworkTable = {
  network: 'reddit',
  name: 'Reddit',
  rules: [
    { id: 'reddit.automation.consent', kinds: AUTOMATIC, none: ['place-agrees'], verdict: 'by-a-person', reason: 'moderators-not-asked', source: REDDIT_BOTS },
    { id: 'reddit.automation.mention-only', kinds: AUTOMATIC, none: ['mentions-us', 'answers-us'], verdict: 'by-a-person', reason: 'author-did-not-mention-us', source: REDDIT_BOTS },
    { id: 'reddit.automation', kinds: AUTOMATIC, verdict: 'automatic', reason: 'moderators-agreed', source: REDDIT_BOTS },
    { id: 'reddit.reply', kinds: BY_HAND, verdict: 'by-a-person', reason: 'person-may-reply', source: REDDIT_BOTS },
    { id: 'reddit.private', kinds: PRIVATE, none: ['mentions-us', 'answers-us'], verdict: 'never', reason: 'no-unsolicited-message', source: REDDIT_BOTS },
    { id: 'reddit.private.asked', kinds: PRIVATE, verdict: 'by-a-person', via: 'own-network', reason: 'private-by-hand', source: REDDIT_BOTS },
  ],
}; // prettier-ignore

export const HACKER_NEWS: NetworkTable = {
  network: 'hackernews',
  name: 'Hacker News',
  rules: [
    { id: 'hackernews.automation', kinds: AUTOMATIC, verdict: 'never', via: 'own-network', reason: 'no-machines-here', source: HN },
    { id: 'hackernews.reply', kinds: BY_HAND, verdict: 'by-a-person', via: 'own-network', reason: 'no-way-to-send', source: HN },
    { id: 'hackernews.private', kinds: PRIVATE, verdict: 'never', via: 'own-network', reason: 'no-private-messages', source: HN },
  ],
}; // prettier-ignore

export const YOUTUBE_TABLE: NetworkTable = {
  network: 'youtube',
  name: 'YouTube',
  rules: [
    { id: 'youtube.automation', kinds: AUTOMATIC, verdict: 'by-a-person', reason: 'comments-by-people', source: YOUTUBE },
    { id: 'youtube.reply', kinds: BY_HAND, verdict: 'by-a-person', reason: 'person-may-reply', source: YOUTUBE },
    { id: 'youtube.private', kinds: PRIVATE, verdict: 'never', via: 'own-network', reason: 'no-private-messages', source: YOUTUBE },
  ],
}; // prettier-ignore
