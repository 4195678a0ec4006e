/** Mails that no person wrote to us: bounces, out-of-office notes, lists. They are heard and marked, and never answered. */
import type { Email } from 'postal-mime';

export type Automatic = 'bounce' | 'out-of-office' | 'automatic' | 'list';

const ROBOTS = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+._-].*)?@/i;
const OUT =
  /^(out of office|automatic reply|auto:|autoreply|otomatik (yanıt|cevap)|ofis dışında|automatická odpoveď|mimo kancelárie|abwesenheit|abwesend)/i;

/**
 * Sources: RFC 3834 (Auto-Submitted), RFC 3464 (delivery status), RFC 2919 and 2369 (lists); the other headers are those that mail servers
 * in wide use set.
 * @returns what kind of automatic mail this is; null for one that a person wrote
 */
export function automaticKind(mail: Pick<Email, 'headers' | 'from' | 'subject' | 'returnPath'>): Automatic | null {
  const header = (name: string) =>
    mail.headers
      .find((one) => one.key === name)
      ?.value.trim()
      .toLowerCase() ?? null;
  const from = mail.from?.address ?? '';
  const type = header('content-type') ?? '';
  const submitted = header('auto-submitted');
  if (type.includes('multipart/report') || /^(mailer-daemon|postmaster)@/i.test(from) || header('return-path') === '<>')
    return 'bounce';
  const replied = submitted?.startsWith('auto-replied') || header('x-autoreply') !== null || header('x-autorespond') !== null;
  if (replied || OUT.test(mail.subject ?? '')) return 'out-of-office';
  if ((submitted !== null && submitted !== 'no') || ROBOTS.test(from) || header('x-auto-response-suppress') === 'all')
    return 'automatic';
  const precedence = header('precedence') ?? '';
  return header('list-id') !== null || header('list-unsubscribe') !== null || /^(bulk|list|junk)$/.test(precedence)
    ? 'list'
    : null;
}
