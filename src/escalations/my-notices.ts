/** How a person wants to be told, and which of their browsers may be pushed to. */
import { Injectable } from '@nestjs/common';
import type { AddBrowser, NoticeSettings, NoticeWishes } from '#libs/contracts/http/ladders.js';
import { Database } from '../database/database.js';
import { SendMail } from '../notifiers/send-mail.js';
import { SendPush } from '../notifiers/send-push.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';

/** As long as nobody says otherwise one is told by every way a ladder names. */
const DEFAULTS: NoticeWishes = { email: true, push: true, webhook: true, quiet: null };

@Injectable()
export class MyNotices {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mail: SendMail,
    private readonly push: SendPush,
  ) {}

  async read(by: Responder): Promise<NoticeSettings> {
    const row = await this.db.one<{ wishes: NoticeWishes | null; browsers: number; webhookUrl: string | null }>(
      `select (select wishes from notice_wishes where person_id = $1) as wishes, (select count(*)::int from push_browser where person_id = $1) as browsers,
         (select url from person_hook where person_id = $1) as "webhookUrl"`,
      [by.id],
    );
    const wishes = { ...DEFAULTS, ...row?.wishes };
    return {
      ...wishes,
      emailReady: this.mail.ready,
      pushKey: await this.push.publicKey(),
      browsers: row?.browsers ?? 0,
      webhookUrl: row?.webhookUrl ?? null,
    };
  }

  async set(wishes: NoticeWishes, by: Responder): Promise<NoticeSettings> {
    await this.db.query(
      `insert into notice_wishes (person_id, wishes) values ($1, $2) on conflict (person_id) do update set wishes = excluded.wishes`,
      [by.id, JSON.stringify(wishes)],
    );
    return this.read(by);
  }

  /** A browser belongs to whoever signed in there last. */
  async addBrowser({ endpoint, keys }: AddBrowser, by: Responder): Promise<NoticeSettings> {
    await this.db.query(
      `insert into push_browser (person_id, endpoint, keys, added_at) values ($1, $2, $3, $4)
       on conflict (endpoint) do update set person_id = excluded.person_id, keys = excluded.keys`,
      [by.id, endpoint, JSON.stringify(keys), this.clock.now()],
    );
    return this.read(by);
  }

  /** Forgets all browsers of the person. */
  async forgetBrowsers(by: Responder): Promise<NoticeSettings> {
    await this.db.query(`delete from push_browser where person_id = $1`, [by.id]);
    return this.read(by);
  }
}
