/** The ways out of the house, each with what it needs from the database. */
import { Injectable } from '@nestjs/common';
import { NOTICE_PROBLEMS } from '#libs/contracts/notice-problems.js';
import { Database } from '../database/database.js';
import type { NoticeResult, OutgoingNotice } from '../notifiers/notifier.js';
import { SendHook } from '../notifiers/send-hook.js';
import { SendMail } from '../notifiers/send-mail.js';
import { SendPush, type Browser } from '../notifiers/send-push.js';
import { Secrets } from '../platform/secrets.js';

/** Which row a sealed secret belongs to. */
export const hookRow = (id: string) => `alarm-hook:${id}`;
export const personHookRow = (personId: string) => `person-hook:${personId}`;

@Injectable()
export class WaysToTell {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly sendMail: SendMail,
    private readonly sendHook: SendHook,
    private readonly sendPush: SendPush,
  ) {}

  mail(notice: OutgoingNotice, to: string): Promise<NoticeResult> {
    return this.sendMail.send(notice, to);
  }

  /** @param hook its secret sealed, as base64, and the row that it was sealed for */
  hook(
    notice: OutgoingNotice,
    { row, url, secret }: { row: string; url: string; secret: string },
    now: Date,
  ): Promise<NoticeResult> {
    const open = this.secrets.open(Buffer.from(secret, 'base64'), row);
    return this.sendHook.send(notice, { url, secret: String(open['secret']) }, now);
  }

  /** To every browser of the person: told when one of them took it. */
  async push(notice: OutgoingNotice, personId: string): Promise<NoticeResult> {
    const browsers = await this.db.query<Browser>(`select endpoint, keys from push_browser where person_id = $1 order by id`, [
      personId,
    ]);
    const results = await Promise.all(browsers.map((browser) => this.sendPush.send(notice, browser)));
    return (
      results.find(({ outcome }) => outcome === 'sent') ??
      results.find(({ outcome }) => outcome === 'later') ??
      results[0] ?? { outcome: 'refused', reason: NOTICE_PROBLEMS['no-browser'] }
    );
  }
}
