/** What the ids in a standard are called, for its sentence. */
import type { Names } from '#libs/contracts/standard-sentence.js';
import type { Asks } from './case-cards.js';

const NETWORKS: Readonly<Record<string, string>> = {
  x: 'X', bluesky: 'Bluesky', mastodon: 'Mastodon', telegram: 'Telegram', reddit: 'Reddit', youtube: 'YouTube', hackernews: 'Hacker News', appstore: 'App Store',
  facebook: 'Facebook', instagram: 'Instagram',
}; // prettier-ignore

/** @returns what watches of these teams, sources and calendars are called */
export async function namesFor(asks: Asks, teamIds: readonly string[]): Promise<Names> {
  const rows = await asks.query<{ kind: 'watches' | 'sources' | 'calendars'; id: string; name: string }>(
    `select 'watches' as kind, id, name from watch where team_id = any($1::bigint[])
     union all select 'sources', id, name from source union all select 'calendars', id, name from calendar`,
    [teamIds],
  );
  const names: Record<'watches' | 'sources' | 'calendars', Record<string, string>> = { watches: {}, sources: {}, calendars: {} };
  for (const { kind, id, name } of rows) names[kind][id] = name;
  return { ...names, networks: NETWORKS };
}
