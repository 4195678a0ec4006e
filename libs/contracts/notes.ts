/** What "test connection" and a failed poll tell a person: stable codes with parameters, and their words in English. The page has its own in every language. */

/** Filled by `{{name}}`. What a network said itself is no parameter but a quoted detail. */
export const NOTES = {
  waits: '{{network}} asks us to wait',
  credentials: '{{network}} does not accept the credentials. Set new ones in the settings of this source',
  'not-allowed': '{{network}} does not allow this',
  'not-taken': '{{network}} does not take the question',
  'own-fault': '{{network}} has a fault of its own ({{status}})',
  'odd-status': '{{network}} answered {{status}} where posts were expected',
  unreadable: '{{network}} answers in a form that cannot be read',
  'calls-used-up': 'The calls of this window at {{network}} are used up',
  concerning: 'This is about {{what}}',
  unreachable: '{{network}} cannot be reached',
  'too-slow': '{{network}} did not answer in time',
  'too-large': 'The answer of {{network}} is too large to be read',
  'too-many-redirects': '{{network}} sends us from address to address',
  'bad-packing': '{{network}} packs its answer in a way that cannot be read',
  'inward-address': 'The address leads inside, where no source may look. An administrator can allow it by name',
  'bad-address': 'This is no address that can be asked',
  stopped: 'Stopped on request; goes on where it stopped',
  'test-failed': 'The test could not be carried out',
  'stream-shut': 'The stream of {{network}} did not open in time',
  'stream-breaks': '{{network}} closes the stream again and again',
  'stream-unheard': 'The stream of {{network}} cannot be heard',
  'stream-refused': '{{network}} answered {{status}} instead of opening its stream',
  'stream-address': '{{network}} answered {{status}} instead of opening its stream. Is its address right?',
  'stream-works': 'The stream brings posts',
  'stream-quiet': 'The stream is open, but nothing came in {{seconds}} seconds',
  'we-are': 'We are {{handle}} on {{network}}',
  'reading-works': 'Reading works',
  'search-finds': 'The search finds posts',
  'search-empty': 'The search finds nothing yet',
  'nothing-there': 'Nothing is found there yet',
  'answers-need-account': 'Answering needs an account',
  'x-needs-keys': 'Mentions and replies need the four keys of an account',
  'x-week-empty': 'The search finds nothing of the last seven days',
  'x-watches': 'What the watches ask for is searched once it listens',
  'x-stream-ready': 'The stream takes the search',
  'x-no-stream': 'There is no stream. Listening would go on by search',
  'x-spending-limit': 'The spending limit at {{network}} is reached',
  'bluesky-password':
    'Bluesky does not accept the name and app password. Make a new app password in the settings of Bluesky and set it here',
  'bluesky-second-factor': 'Bluesky asks for a second factor. Use an app password instead of the main password',
  'bluesky-taken-down': 'Bluesky has taken our account down',
  'bluesky-deactivated': 'Our account is deactivated',
  'mastodon-token': 'The instance does not accept the access token. Make a new one and set it here',
  'mastodon-needs-token': 'Mentions, search and answers need an access token',
  'mastodon-length': 'This instance takes posts of up to {{length}} characters',
  'posts-found': 'Posts are found',
  'telegram-token': 'Telegram does not accept the token. Set a new one in the settings of this source',
  'telegram-webhook':
    'A webhook is set for this bot, so Telegram gives its messages to that address alone. Remove it, or use another bot',
  'telegram-other-reader': 'Another program reads the messages of this bot. Only one can: stop the other one, or use another bot',
  'telegram-privacy':
    'In groups it hears only what names or answers it: switch its privacy mode off at @BotFather (/setprivacy), or make it an administrator',
  'meta-token':
    'The access token has expired or was revoked. Make a new one for the page and set it in the settings of this source',
  'meta-instagram': 'Its Instagram account is read, too',
  'meta-no-door': 'Meta delivers nothing until a verify token is set; until then the page is polled',
  'reddit-blocked': 'Reddit blocks us: give it a user agent of your own, with your name on Reddit',
  'reddit-not-there': 'Reddit has nothing there ({{status}}): a subreddit may be private, banned or misspelt',
  'reddit-needs-token': 'Replies need the refresh token of an account',
  'youtube-credentials': 'YouTube does not accept the key or token',
  'youtube-quota': 'The quota of this day at YouTube is used up',
  'youtube-share': 'The units that this source may use today are used up',
  'youtube-comments-off': 'Comments are switched off there',
  'youtube-not-there': 'YouTube knows no such channel or film',
  'youtube-channel': 'The channel is {{handle}}',
  'youtube-cost': 'This test cost {{units}} units of the quota',
  'mail-waits': 'The mail server asks us to wait',
  'mail-password': 'The mail server does not accept the user name and password',
  'mail-no-folder': 'The folder does not exist. Set another one',
  'mail-not-allowed': 'The mail server does not allow this',
  'mail-unreachable': 'The mail server cannot be reached',
  'mail-certificate': 'The certificate of the mail server is not right ({{fault}})',
  'mail-no-tls': 'The mail server does not speak TLS at this port: look at port and encryption',
  'mail-no-encryption': 'The mail server offers no encryption',
  'mail-in-the-open':
    'Without encryption the password could be read on the way: choose TLS, or let an administrator name the server',
  'mail-odd': 'The mail server does not speak IMAP as it should',
  'mail-refused': 'The mail server refused a plain question',
  'mail-ready': 'The folder {{folder}} can be read',
  'mail-no-answers': 'Without an outgoing server nothing can be answered',
  'found-lately': '{{count}} posts in the last {{hours}} hours',
  'search-works': 'The search for {{query}} works',
  'reviews-work': 'Reviews can be read',
  'reviews-count': '{{country}}: {{count}} on the first page',
  'reviews-none': '{{country}}: no reviews yet',
  'feed-less-often': 'The server asks us to come less often ({{status}})',
  'feed-not-allowed': 'The server does not let us read this feed ({{status}})',
  'feed-gone': 'There is no feed at this address any more ({{status}})',
  'feed-own-fault': 'The server has a fault of its own ({{status}})',
  'feed-odd-status': 'The server answered {{status}} instead of a feed',
  'feed-nothing-said': 'The server has nothing to say for now (204)',
  'feed-unchanged': 'The server says nothing has changed',
  'feed-blank': 'The answer is empty',
  'feed-unread': 'No feed could be read',
  'feed-keeps-out': 'The server sent a page that keeps programs out, instead of a feed',
  'feed-web-page': 'The server sent a web page instead of a feed',
  'feed-offered': 'The page names this feed: {{address}}',
  'feed-cut': 'The document ends before its feed begins',
  'feed-none': 'There is no feed in this document',
  'feed-other-root': 'The document is <{{root}}>, which is no feed',
  'feed-other-json': 'This is JSON but not a JSON Feed',
  'feed-bad-json': 'This begins like JSON but cannot be read',
  'feed-deep-json': 'This JSON is nested too deeply to be a feed',
  'feed-titled': '“{{title}}”',
  'feed-untitled': 'A feed without a title',
  'feed-entries': 'Entries: {{count}}',
  'feed-empty': 'It is empty for now, which may be right',
  'feed-refused': 'Could not be read: {{count}}. The first',
  'feed-moved': 'It has moved to {{address}}',
  'feed-warning': 'While reading',
  'webhook-ready': 'Ready. Posts come in when they are delivered',
  'webhook-no-answers': 'Replies cannot be sent without an address for them',
  'webhook-answers': 'Replies go to the address for them',
  'replay-lines': '{{count}} of the first {{all}} lines can be played',
  'replay-bad-lines': '{{count}} cannot be read',
  'replay-no-folder': '{{file}}: a file is named by its folder first, one of {{folders}}',
  'replay-outside': '{{file}}: the path must stay inside {{folder}}',
  'replay-no-file': '{{file}}: there is no such file',
} as const;
export type NoteCode = keyof typeof NOTES;

/** One thing that is said. */
export interface Note {
  code: NoteCode;
  params?: Readonly<Record<string, string | number>>;
  /** In the words of whoever was asked, or of the program that could not ask; never translated. */
  detail?: string;
}

/** @returns one English sentence without a full stop */
export function noteInEnglish({ code, params = {}, detail }: Note): string {
  const words = NOTES[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
  return detail ? `${words}: ${detail}` : words;
}

/** @returns all of it in English sentences */
export function notesInEnglish(notes: readonly Note[]): string {
  return notes.map((note) => noteInEnglish(note).replace(/[^.?!]$/, '$&.')).join(' ');
}
