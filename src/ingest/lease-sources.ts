/** Which sources are polled next: the due ones in turn, fair to each server and wary of those that do not answer. */

/**
 * A process that gives no sign of life for this long loses its sources to another one; a poll may take much longer. Six seconds, renewed every two:
 * one sign may fail and the next still comes in time, and a stream whose process was killed is held by another one within ten seconds, the look for due sources and the connecting included.
 */
export const LEASE_SECONDS = 6;
/** Sources of one server that are asked at once. */
export const PER_HOST = 4;
/** A poll that runs for longer is a stream or a slow server: it takes nobody's place any more. */
export const QUICK_SECONDS = 15;
/** Due sources that are looked at in one turn: more than can be taken, so that one server's many hide no others. */
const LOOKED_AT = 1000;

/** $1 now, $2 how many. `host` is what the last poll asked first. */
export const LEASE = `
  with busy as (
    select host, count(*) as n from source
    where lease_until > $1 and leased_at > $1::timestamptz - interval '${QUICK_SECONDS} seconds' and host is not null group by host),
  waiting as (
    select id, host, next_poll_at from source where enabled and next_poll_at <= $1 and (lease_until is null or lease_until <= $1)
    order by next_poll_at limit ${LOOKED_AT}),
  placed as (
    select w.id, w.next_poll_at, c.open_until,
      row_number() over (partition by coalesce(w.host, 'source ' || w.id) order by w.next_poll_at, w.id) + coalesce(b.n, 0) as place,
      case when c.open_until is null then ${PER_HOST} else 1 end as most
    from waiting w left join busy b using (host) left join host_circuit c on c.host = w.host),
  chosen as (
    select id from placed where place <= most and (open_until is null or open_until <= $1) order by next_poll_at, id limit $2),
  due as (
    select id from source where id in (select id from chosen) and next_poll_at <= $1 and (lease_until is null or lease_until <= $1)
    for update skip locked)
  update source s set lease_token = gen_random_uuid(), leased_at = $1, lease_until = $1::timestamptz + interval '${LEASE_SECONDS} seconds'
  from due where s.id = due.id
  returning s.id, s.kind, s.cursor, s.lease_token as "leaseToken", s.budget is not null as "hasBudget", s.cases_from as "casesFrom"`;
