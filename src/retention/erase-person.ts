/** A person asks to be forgotten: their posts and what the desk knows of them go everywhere, a search proves it, and a certificate stays. */
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { ErasePerson as ErasePersonBody, ErasureView } from '#libs/contracts/http/retention.js';
import { Database, type Tx } from '../database/database.js';
import { forgetMentions, type Counts } from '../mentions/forget-mentions.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { countTraces, maskTraces } from './traces.js';

/** Mentions emptied in one transaction. */
const BATCH = 500;

interface Author {
  id: string;
  network: string;
  key: string;
  handle: string | null;
  url: string | null;
}

@Injectable()
export class ErasePerson {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat: after a crash half-way the same request finishes the work. Somebody unknown is searched for all the same. */
  async run(who: ErasePersonBody, by: Responder): Promise<ErasureView> {
    const handle = who.handle?.replace(/^@/, '');
    const authors = await this.find({ ...who, handle });
    const removed: Counts = {};
    const add = (counts: Counts) => {
      for (const [table, n] of Object.entries(counts)) if (n > 0) removed[table] = (removed[table] ?? 0) + n;
    };
    for (const author of authors) for (let n = BATCH; n === BATCH;) n = await this.forgetSome(author, add);
    crashPoint('erasure.mentions-gone');
    const names = namesOf(who.email ?? null, handle ?? null, authors);
    return this.db.transaction(async (tx) => {
      await tx.query('set local statement_timeout = 0');
      for (const author of authors) add(await forgetAuthor(tx, author));
      add(await maskTraces(tx, names));
      const remaining = await countTraces(tx, names);
      crashPoint('erasure.before-certificate');
      return this.certify(tx, subjectOf(who.network, handle ?? who.email ?? ''), { removed, remaining }, by);
    });
  }

  private find({ network, handle, email }: ErasePersonBody): Promise<Author[]> {
    return this.db.query<Author>(
      `select id, network, key, handle, url from author
       where ($1::text is null or network = $1) and (lower(handle) = lower($2) or lower(key) = lower($2) or lower(handle) = lower($3) or lower(key) = lower($3))`,
      [network ?? null, handle ?? null, email ?? null],
    );
  }

  private forgetSome(author: Author, add: (counts: Counts) => void): Promise<number> {
    return this.db.transaction(async (tx) => {
      const rows = await tx.query<{ id: string; externalId: string }>(
        `select id, external_id as "externalId" from mention where author_id = $1 and (deleted_why is distinct from 'erasure') order by id limit ${BATCH} for no key update`,
        [author.id],
      );
      const ids = rows.map((row) => row.id);
      add(await forgetMentions(tx, ids, this.clock.now(), 'erasure'));
      await tx.query(`update mention set deleted_why = 'erasure' where id = any($1::bigint[])`, [ids]);
      const replies = await tx.query(
        `update reply set text = '' where mention_id = any($1::bigint[]) and text <> '' returning 1`,
        [ids],
      );
      const images = await tx.query(
        `delete from reply_image where case_id in (select case_id from mention where id = any($1::bigint[])) returning 1`,
        [ids],
      );
      // Whose words a translation holds is not known: all go, they are a cache.
      await tx.query(`delete from translation`);
      const refused = await tx.query('delete from refused_post where external_id = any($1) returning 1', [rows.map((row) => row.externalId)]); // prettier-ignore
      add({ reply: replies.length, reply_image: images.length, refused_post: refused.length });
      return rows.length;
    });
  }

  private async certify(
    tx: Tx,
    subject: string,
    found: { removed: Counts; remaining: Counts },
    by: Responder,
  ): Promise<ErasureView> {
    const at = this.clock.now();
    const { removed, remaining } = found;
    const row = await tx.one<{ id: string }>(
      'insert into erasure (at, person_id, subject, removed, remaining) values ($1, $2, $3, $4, $5) returning id',
      [at, by.id, subject, JSON.stringify(removed), JSON.stringify(remaining)],
    );
    return { id: row?.id ?? '', at: at.toISOString(), by: { id: by.id, name: by.name }, subject, removed, remaining };
  }
}

/** The author keeps a number only; notes in their cases keep who wrote them and when. */
async function forgetAuthor(tx: Tx, { id, network, key, handle }: Author): Promise<Counts> {
  const author = await tx.query(
    `update author set handle = null, name = null, followers = null, url = null, key = 'erased:' || id where id = $1 and key not like 'erased:%' returning 1`,
    [id],
  );
  const notes = await tx.query(
    `update activity set data = data || '{"text": ""}' where data ? 'text' and data ->> 'text' <> ''
       and case_id in (select id from desk_case where author_id = $1) returning 1`,
    [id],
  );
  const marks = await tx.query(
    `delete from customer_mark where network = $1 and ((named_by, name) = ('account', $2) or (named_by, name) = ('handle', lower(ltrim($3, '@')))) returning 1`,
    [network, key, handle],
  );
  const reposts = await tx.query('delete from repost where network = $1 and author_key = $2 returning 1', [network, key]);
  return { author: author.length, activity: notes.length, repost: reposts.length, customer_mark: marks.length };
}

/** What names the person without doubt: an address, a handle with its @, a key that is no mere number, the address of their page. */
function namesOf(email: string | null, handle: string | null, authors: readonly Author[]): string[] {
  const handles = [handle, ...authors.map((a) => a.handle)].flatMap((h) => (h && h.length >= 3 ? [`@${h}`] : []));
  const keys = authors.map((a) => a.key).filter((key) => key.length >= 8 && !key.startsWith('erased:'));
  const urls = authors.flatMap((a) => (a.url && a.url.length >= 12 ? [a.url] : []));
  return [...new Set([...(email ? [email] : []), ...handles, ...keys, ...urls])];
}

function subjectOf(network: string | undefined, name: string): string {
  return createHash('sha256')
    .update(`${network ?? '*'}\n${name.toLowerCase()}`)
    .digest('hex');
}
