/** A manager says in which tier a customer is: one by one, or many from a file. It holds for cases that open from then on. */
import { Injectable } from '@nestjs/common';
import { MOST_MARKS, type ImportedTiers, type MarkCustomer, type TierLine } from '#libs/contracts/http/customer-tiers.js';
import { readTierFile } from '#libs/contracts/tier-file.js';
import { CUSTOMER_TIERS, CustomerTiers } from '../clocks/customer-tiers.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';

interface Mark {
  network: string;
  namedBy: 'account' | 'handle';
  name: string;
  tier: string | null;
}
type Told = Omit<ImportedTiers, 'refused'>;

/** Advisory lock under which marks change one after the other. */
const LOCK = 7_301_042;
const RECORD = `jsonb_to_recordset($1::jsonb) as r(network text, "namedBy" text, name text, tier text)`;
/** A tier that is there already keeps its spelling. */
const WRITE = `
  with spelled as (select distinct on (lower(tier)) tier from customer_mark order by lower(tier), id),
  r as (
    select r.network, r."namedBy" as named_by, r.name, coalesce(s.tier, r.tier) as tier
    from ${RECORD} left join spelled s on lower(s.tier) = lower(r.tier)),
  gone as (
    delete from customer_mark m using r where r.tier is null and (m.network, m.named_by, m.name) = (r.network, r.named_by, r.name) returning 1),
  old as (
    update customer_mark m set tier = r.tier, at = $2, person_id = $3 from r
    where (m.network, m.named_by, m.name) = (r.network, r.named_by, r.name) and r.tier is not null and m.tier <> r.tier returning 1),
  fresh as (
    insert into customer_mark (network, named_by, name, tier, at, person_id) select network, named_by, name, tier, $2, $3 from r where tier is not null
    on conflict do nothing returning 1)
  select (select count(*)::int from fresh) as added, (select count(*)::int from old) as changed, (select count(*)::int from gone) as removed`;

@Injectable()
export class MarkCustomers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly tiers: CustomerTiers,
  ) {}

  /** @throws DeskError not-found for an author of no case of the asker's teams, invalid-body when there are too many marks */
  async mark(body: MarkCustomer, by: Responder): Promise<Told> {
    const { told, full } = await this.change(async (tx) => [await nameOf(tx, body, by)], by);
    if (full.length > 0) throw wrong(`at most ${MOST_MARKS} customers can be in tiers`);
    return told;
  }

  /** What the file does not name stays as it is. */
  async import(csv: string, by: Responder): Promise<ImportedTiers> {
    const { lines, refused } = readTierFile(csv);
    const marks = lines.map(({ handle, ...line }: TierLine) => ({ ...line, namedBy: 'handle' as const, name: handle }));
    const { told, full } = await this.change(() => Promise.resolve(marks), by);
    return { ...told, refused: [...refused, ...full.map(() => ({ line: 0, why: 'full' as const }))] };
  }

  /** @throws DeskError not-found */
  async remove(id: string, by: Responder): Promise<void> {
    await this.change(async (tx) => {
      const mark = await tx.one<Mark>(`select network, named_by as "namedBy", name, null as tier from customer_mark where id = $1`, [id]);
      if (!mark) throw new DeskError('not-found');
      return [mark];
    }, by);
  } // prettier-ignore

  /** Answers when this process judges by the change; the others hear of it through the outbox. */
  private async change(read: (tx: Tx) => Promise<Mark[]>, by: Responder): Promise<{ told: Told; full: Mark[] }> {
    const now = this.clock.now();
    const done = await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
      const { fits, full } = await withinLimit(tx, oneSpelling(await read(tx)));
      const told = await tx.one<Omit<Told, 'same'>>(WRITE, [JSON.stringify(fits), now, by.id]);
      if (!told) throw new Error('the marks were not stored');
      await addEvent(tx, now, 'settings.changed', { what: CUSTOMER_TIERS });
      return { told: { ...told, same: fits.length - told.added - told.changed - told.removed }, full };
    });
    await this.tiers.load();
    return done;
  }
}

/** In one file, too, a tier is spelled as it first stands. */
function oneSpelling(marks: readonly Mark[]): Mark[] {
  const first = new Map<string, string>();
  return marks.map((mark) => {
    if (mark.tier === null) return mark;
    const key = mark.tier.toLowerCase();
    if (!first.has(key)) first.set(key, mark.tier);
    return { ...mark, tier: first.get(key) as string };
  });
}

async function withinLimit(tx: Tx, marks: Mark[]): Promise<{ fits: Mark[]; full: Mark[] }> {
  const there = (await tx.one<{ n: number }>(`select count(*)::int as n from customer_mark`))?.n ?? 0;
  const room = Math.max(0, MOST_MARKS - there);
  if (marks.length <= room) return { fits: marks, full: [] };
  const known = await tx.query<{ i: number }>(
    `select r.i::int - 1 as i from rows from (jsonb_to_recordset($1::jsonb) as (network text, "namedBy" text, name text, tier text)) with ordinality as r(network, named_by, name, tier, i)
     where r.tier is null or exists (select from customer_mark m where (m.network, m.named_by, m.name) = (r.network, r.named_by, r.name))`,
    [JSON.stringify(marks)],
  );
  const old = new Set(known.map(({ i }) => i));
  const fresh = marks.map((_, i) => i).filter((i) => !old.has(i));
  const over = new Set(fresh.slice(room));
  return { fits: marks.filter((_, i) => !over.has(i)), full: marks.filter((_, i) => over.has(i)) };
} // prettier-ignore

async function nameOf(tx: Tx, body: MarkCustomer, by: Responder): Promise<Mark> {
  if (!('authorId' in body)) return { network: body.network, namedBy: 'handle', name: body.handle, tier: body.tier };
  const author = await tx.one<{ network: string; key: string }>(
    `select network, key from author a where id = $1 and exists (select from desk_case c where c.author_id = a.id and c.team_id = any($2::bigint[]))`,
    [body.authorId, by.teamIds],
  );
  if (!author) throw new DeskError('not-found');
  return { network: author.network, namedBy: 'account', name: author.key, tier: body.tier };
}

function wrong(message: string): DeskError {
  return new DeskError('invalid-body', message, { errors: [{ at: 'tier', message }] });
}
