/** Tells a person through their browser, also while the page is closed: Web Push (RFC 8030, 8291, 8292). */
import { Inject, Injectable } from '@nestjs/common';
import { NOTICE_PROBLEMS } from '#libs/contracts/notice-problems.js';
import { Database } from '../database/database.js';
import { SAFE_HTTP, type SafeHttp } from '../platform/outbound/safe-http.js';
import { Secrets } from '../platform/secrets.js';
import type { NoticeResult, OutgoingNotice } from './notifier.js';

export interface Browser {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

const KEYS = 'push-keys';
const SUBJECT = 'https://earshot.invalid/';
/** A notice nobody could be given within a day is of no use. */
const TTL_SECONDS = 86_400;
const GONE: readonly number[] = [404, 410];

@Injectable()
export class SendPush {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    @Inject(SAFE_HTTP) private readonly http: SafeHttp,
  ) {}

  /** @returns the public key that browsers subscribe with; made at the first use, the private one sealed */
  async publicKey(): Promise<string> {
    return (await this.keys()).publicKey;
  }

  async send(notice: OutgoingNotice, browser: Browser): Promise<NoticeResult> {
    const { generateRequestDetails } = (await import('web-push')).default;
    const payload = JSON.stringify({ key: notice.key, subject: notice.subject, body: notice.body, ...notice.facts });
    const vapid = { subject: SUBJECT, ...(await this.keys()) };
    try {
      const details = generateRequestDetails(browser, payload, {
        vapidDetails: vapid,
        TTL: TTL_SECONDS,
        urgency: 'high',
        contentEncoding: 'aes128gcm',
      });
      const headers = Object.fromEntries(Object.entries(details.headers).map(([name, value]) => [name, String(value)]));
      delete headers['Content-Length'];
      const answer = await this.http.request({ url: details.endpoint, method: 'POST', headers, body: details.body ?? '', maxRedirects: 0, maxBytes: 65_536, timeoutMs: 10_000 }); // prettier-ignore
      if (answer.status >= 200 && answer.status < 300)
        return { outcome: 'sent', receipt: answer.headers['location'] ?? `HTTP ${answer.status}` };
      if (!GONE.includes(answer.status)) return { outcome: answer.status >= 500 || answer.status === 429 ? 'later' : 'refused', reason: `HTTP ${answer.status}` }; // prettier-ignore
      await this.db.query(`delete from push_browser where endpoint = $1`, [browser.endpoint]);
      return { outcome: 'refused', reason: NOTICE_PROBLEMS['browser-withdrew'] };
    } catch (error) {
      return { outcome: 'later', reason: (error as Error).message };
    }
  }

  private async keys(): Promise<{ publicKey: string; privateKey: string }> {
    const stored = await this.stored();
    if (stored) return stored;
    const { generateVAPIDKeys } = (await import('web-push')).default;
    const made = this.secrets.seal(generateVAPIDKeys(), KEYS).toString('base64');
    // Two processes may ask at once: the first one's keys stay.
    await this.db.query(`insert into setting (key, value) values ($1, to_jsonb($2::text)) on conflict do nothing`, [KEYS, made]);
    const keys = await this.stored();
    if (!keys) throw new Error('the keys for push were not stored');
    return keys;
  }

  private async stored(): Promise<{ publicKey: string; privateKey: string } | undefined> {
    const row = await this.db.one<{ value: string }>(`select value from setting where key = $1`, [KEYS]);
    if (!row) return undefined;
    return this.secrets.open(Buffer.from(row.value, 'base64'), KEYS) as { publicKey: string; privateKey: string };
  }
}
