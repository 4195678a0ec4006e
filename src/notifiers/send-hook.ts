/** Tells another program by a signed webhook. */
import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { SAFE_HTTP, type SafeHttp } from '../platform/outbound/safe-http.js';
import type { NoticeResult, OutgoingNotice } from './notifier.js';

const PATIENCE_MS = 10_000;
/** These say "not like this"; every other failure may pass. */
const FOR_GOOD: readonly number[] = [400, 401, 403, 404, 405, 410, 413, 415, 422];

@Injectable()
export class SendHook {
  constructor(@Inject(SAFE_HTTP) private readonly http: SafeHttp) {}

  /**
   * Signed as `sha256=HMAC(secret, timestamp + "." + body)`, so that a captured call cannot be replayed later.
   * @param now in the header X-Earshot-Timestamp, in seconds
   */
  async send(notice: OutgoingNotice, { url, secret }: { url: string; secret: string }, now: Date): Promise<NoticeResult> {
    const { key, subject, body: text, facts, at } = notice;
    const body = JSON.stringify({ key, at: at.toISOString(), subject, text, ...facts });
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    try {
      const answer = await this.http.request({
        url,
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-earshot-notice': key,
          'x-earshot-timestamp': timestamp,
          'x-earshot-signature': `sha256=${signature}`,
        },
        timeoutMs: PATIENCE_MS,
        maxBytes: 65_536,
        maxRedirects: 0,
      });
      if (answer.status >= 200 && answer.status < 300) return { outcome: 'sent', receipt: `HTTP ${answer.status}` };
      return { outcome: FOR_GOOD.includes(answer.status) ? 'refused' : 'later', reason: `HTTP ${answer.status}` };
    } catch (error) {
      return { outcome: 'later', reason: (error as Error).message };
    }
  }
}
