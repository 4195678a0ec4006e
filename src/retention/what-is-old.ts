/** What has been kept for long enough, in SQL. $1 is the time of the run. */

/** A mention is kept as long as the longest rule of the watches it matched; while its case is open it stays. */
export const OLD_MENTIONS = `
  select m.id from mention m
  where m.state <> 'deleted' and m.stored_at < $1::timestamptz - interval '1 day'
    and not exists (select from desk_case c where c.id = m.case_id and c.status <> 'resolved')
    and not exists (select from watch w join retention_rule r on r.watch_kind = w.kind where w.id = any(m.watch_ids)
      and (r.days is null or m.stored_at >= $1::timestamptz - make_interval(days => r.days)))
  order by m.id limit $2 for no key update skip locked`;

/** Of what only watches of persons heard, pictures and figures go after a day: the words are enough to answer. */
export const LESS_OF_PEOPLE = `
  update mention set extra = null where id in (
    select m.id from mention m where m.extra is not null and m.stored_at < $1::timestamptz - interval '1 day'
      and not exists (select from watch w where w.id = any(m.watch_ids) and w.kind <> 'person') limit $2)
  returning 1`;

/** Authors of whom no word is left keep no name. */
export const NAMELESS_AUTHORS = `
  update author set handle = null, name = null, followers = null, url = null where id in (
    select a.id from author a where (a.handle is not null or a.name is not null or a.url is not null)
      and exists (select from mention where author_id = a.id)
      and not exists (select from mention where author_id = a.id and state <> 'deleted')
      and not exists (select from desk_case where author_id = a.id and status <> 'resolved') limit $1)
  returning 1`;

/** The desk's own records, each with its table and how long it is of use. */
export const HOUSEKEEPING: readonly (readonly [string, string])[] = [
  ['refused_post', `delete from refused_post where at < $1::timestamptz - interval '30 days' returning 1`],
  [
    'reply_image',
    `delete from reply_image i where (i.reply_id is null and i.created_at < $1::timestamptz - interval '30 days')
       or exists (select from reply r join mention m on m.id = r.mention_id where r.id = i.reply_id and m.state = 'deleted' and r.due_at is null and r.state <> 'awaiting') returning 1`,
  ],
  ['translation', `delete from translation where at < $1::timestamptz - interval '7 days' returning 1`],
  ['source_health', `delete from source_health where to_at < $1::timestamptz - interval '400 days' returning 1`],
  ['source_arrival', `delete from source_arrival where hour < $1::timestamptz - interval '60 days' returning 1`],
  ['source_use', `delete from source_use where day < ($1::timestamptz - interval '400 days')::date returning 1`],
  ['charged_post', `delete from charged_post where day < ($1::timestamptz - interval '2 days')::date returning 1`],
  ['desk_outage', `delete from desk_outage where to_at < $1::timestamptz - interval '400 days' returning 1`],
  ['post_tombstone', `delete from post_tombstone where at < $1::timestamptz - interval '400 days' returning 1`],
];
