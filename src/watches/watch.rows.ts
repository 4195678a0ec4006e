/** How watches are read from the database and shown. */
import type { WatchOptions, WatchView } from '#libs/contracts/views/watch.js';
import type { WatchKind } from '#libs/contracts/words.js';

export interface WatchRow {
  id: string;
  team_id: string;
  name: string;
  kind: WatchKind;
  query: string;
  canonical: string;
  threshold: number;
  options: WatchOptions;
  enabled: boolean;
  created_at: Date;
  updated_at: Date;
}

/** Columns of a watch. */
export const WATCH = 'id, team_id, name, kind, query, canonical, threshold, options, enabled, created_at, updated_at';

export function toWatchView(row: WatchRow, mentionsLast24h: number): WatchView {
  const { id, name, kind, query, canonical, threshold, options, enabled } = row;
  const dates = { createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString() };
  return { id, teamId: row.team_id, name, kind, query, canonical, threshold, options, enabled, ...dates, mentionsLast24h };
}
