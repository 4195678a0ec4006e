/** A person's own webhook: the desk makes its secret, shows it once, and signs every call with it. */
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { NewWebhook, NoticeSettings, TriedWebhook } from '#libs/contracts/http/ladders.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { Secrets } from '../platform/secrets.js';
import { MyNotices } from './my-notices.js';
import { personHookRow, WaysToTell } from './ways-to-tell.js';

const SECRET_BYTES = 32;

@Injectable()
export class MyWebhook {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly mine: MyNotices,
    private readonly ways: WaysToTell,
  ) {}

  /** Every setting makes a new secret. */
  async set(url: string, by: Responder): Promise<NewWebhook> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await this.db.query(
      `insert into person_hook (person_id, url, secret, set_at) values ($1, $2, $3, $4)
       on conflict (person_id) do update set url = excluded.url, secret = excluded.secret, set_at = excluded.set_at`,
      [by.id, url, this.secrets.seal({ secret }, personHookRow(by.id)), this.clock.now()],
    );
    return { ...(await this.mine.read(by)), secret };
  }

  async remove(by: Responder): Promise<NoticeSettings> {
    await this.db.query(`delete from person_hook where person_id = $1`, [by.id]);
    return this.mine.read(by);
  }

  /** Calls it at once with words that say that it is a trial. @throws DeskError not-found */
  async try(by: Responder): Promise<TriedWebhook> {
    const hook = await this.db.one<{ url: string; secret: string }>(
      `select url, encode(secret, 'base64') as secret from person_hook where person_id = $1`,
      [by.id],
    );
    if (!hook) throw new DeskError('not-found');
    const now = this.clock.now();
    const words = { subject: 'Earshot: a trial', body: 'This is a trial of your webhook. Nothing has happened.' };
    const notice = { key: `earshot-trial-${by.id}-${now.getTime()}`, ...words, facts: { trigger: 'trial' }, at: now };
    const result = await this.ways.hook(notice, { ...hook, row: personHookRow(by.id) }, now);
    return result.outcome === 'sent' ? { taken: true, answer: result.receipt } : { taken: false, answer: result.reason };
  }
}
