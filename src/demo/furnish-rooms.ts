/** What else a team has set up by then, so that no room of the demo is empty: hours with holidays, who is on call, who matters most, and what was read wrongly. */
import type { INestApplicationContext } from '@nestjs/common';
import { AuthorWishes } from '../acknowledgements/author-wishes.js';
import { AddCorrections } from '../analyse/add-corrections.js';
import { Database } from '../database/database.js';
import { DutyRoster } from '../escalations/duties.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { Calendars } from '../standards/calendars.js';
import { Holidays } from '../standards/holidays.js';
import { MarkCustomers } from '../standards/mark-customers.js';
import type { PastWords } from './past-posts.js';

const DAY = 86_400_000;
/** Of each kind of post so many are put right. */
const ALIKE = 4;

export class FurnishRooms {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly words: PastWords,
    private readonly manager: Responder,
  ) {}

  /** The hours in which somebody is there, with the holidays of this year and the next; nothing is promised by them yet. */
  async hours(): Promise<void> {
    const { name, rules } = this.words.calendar;
    const from = this.app.get(Clock).now().getUTCFullYear();
    const { items } = await this.app.get(Holidays).of({ country: rules.country ?? '', from, years: 2 }, this.manager.locale);
    await this.app.get(Calendars).save(null, { name, rules: { ...rules, holidays: items } }, this.manager);
  }

  /** @param person who is on call from now on, for a day */
  async duty(person: Responder): Promise<void> {
    const now = this.app.get(Clock).now();
    const to = new Date(now.getTime() + DAY);
    await this.app.get(DutyRoster).add({ personId: person.id, from: now.toISOString(), to: to.toISOString() });
  }

  /** Those with the most followers are customers of a tier; the next one is with the press. */
  async customers(): Promise<void> {
    const { tiers } = this.words;
    const authors = await this.app
      .get(Database)
      .query<{ id: string }>(
        `select a.id from author a where exists (select from desk_case c where c.author_id = a.id) order by a.followers desc, a.id limit $1`,
        [tiers.length + 1],
      );
    for (const [place, { id }] of authors.entries()) {
      const tier = tiers[place];
      if (tier !== undefined) await this.app.get(MarkCustomers).mark({ authorId: id, tier }, this.manager);
      else await this.app.get(AuthorWishes).change(id, { marks: ['press'] }, this.manager);
    }
  }

  /** What the desk read wrongly is put right, and it learns from that. */
  async corrections(): Promise<void> {
    const found = await Promise.all(
      this.words.corrections.map(async ({ like, ...right }) => {
        const rows = await this.app
          .get(Database)
          .query<{ id: string }>(`select id from mention where strpos(text, $1) > 0 order by id desc limit ${ALIKE}`, [like]);
        return rows.map(({ id }) => ({ mentionId: id, ...right }));
      }),
    );
    await this.app.get(AddCorrections).run({ items: found.flat() }, this.manager);
  }
}
