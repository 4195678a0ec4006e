/** E-mail: a mailbox that is heard as mails come, web alerts among them, and answered. */
import { defineConnector, type TestResult } from '../connector.js';
import type { ConnectorContext } from '../connector-context.js';
import type { IncomingPost } from '../incoming-post.js';
import { fails, note, works } from '../explained.js';
import { pollEndOf } from './failures.js';
import { openMailbox, type Mailbox } from './mailbox.js';
import { readLetter } from './normalise.js';
import { pollEmail } from './poll.js';
import { emailReplies } from './replies.js';
import { accountOf, EmailSettings } from './settings.js';

/** How far back "test connection" looks for a few mails to show. */
const MONTH_MS = 30 * 86_400_000;

export const emailConnector = defineConnector<EmailSettings>({
  kind: 'email',
  capabilities: {
    listens: ['mail', 'stream', 'threads'],
    tells: ['thread', 'media', 'links'],
    reachesBack: 'as long as the mailbox keeps its mails',
    answersPrivately: true,
    testedAgainst:
      'Dovecot where it is installed; a local IMAP server after RFC 3501 and 2177, with TLS and STARTTLS; the npm package smtp-server',
  },
  settings: EmailSettings,
  defaultIntervalSeconds: 60,
  poll: pollEmail,
  streams: () => true,
  replies: emailReplies,
  test: tryIt,
});

/** Opens the folder and shows its newest mails; nothing is changed or marked as read. */
async function tryIt(context: ConnectorContext<EmailSettings>): Promise<TestResult> {
  const { settings, signal } = context;
  let mailbox: Mailbox | null = null;
  try {
    mailbox = await openMailbox(context, settings.folder);
    const uids = (await mailbox.uidsSince(new Date(context.now().getTime() - MONTH_MS))).slice(-3);
    const samples: IncomingPost[] = [];
    if (uids.length > 0)
      for (const letter of await mailbox.fetch(uids))
        samples.push(...(await readLetter(letter, 0, settings, context.now())).posts);
    const notes = [
      note('mail-ready', { folder: settings.folder }),
      ...(settings.smtpHost === undefined ? [note('mail-no-answers')] : []),
    ];
    return works(notes, samples.slice(0, 3), accountOf(settings));
  } catch (error) {
    return fails(pollEndOf(error, signal.aborted));
  } finally {
    await mailbox?.close();
  }
}
