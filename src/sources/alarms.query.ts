/** Alarms of blind sources: those that go on, and those that ended before anybody took notice. */
import { Injectable } from '@nestjs/common';
import { knownNotes } from '#libs/contracts/notes.js';
import type { Page } from '#libs/contracts/values.js';
import type { SourceAlarmView } from '#libs/contracts/views/coverage.js';
import { Database, type Tx } from '../database/database.js';

const MOST = 200;
/** An alarm that ended unseen is shown for this long. */
const SHOWN_DAYS = 7;

type Instants = 'at' | 'blindSince' | 'endedAt' | 'acknowledgedAt';
type AlarmRow = Omit<SourceAlarmView, Instants> &
  Record<'at' | 'blindSince', Date> &
  Record<'endedAt' | 'acknowledgedAt', Date | null>;

const ALARMS = `
  select a.id, a.at, a.blind_since as "blindSince", a.reason, a.message, a.notes, a.episodes, a.ended_at as "endedAt", a.acknowledged_at as "acknowledgedAt",
    jsonb_build_object('id', s.id::text, 'name', s.name, 'kind', s.kind) as source,
    case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as "acknowledgedBy"
  from source_alarm a join source s on s.id = a.source_id left join person p on p.id = a.acknowledged_by`;

@Injectable()
export class AlarmsQuery {
  constructor(private readonly db: Database) {}

  async run(): Promise<Page<SourceAlarmView>> {
    const rows = await this.db.query<AlarmRow>(
      `${ALARMS} where a.ended_at is null or (a.acknowledged_at is null and a.ended_at > now() - interval '${SHOWN_DAYS} days')
       order by a.ended_at is not null, a.id desc limit ${MOST}`,
    );
    return { items: rows.map(toView), nextCursor: null };
  }
}

/** @returns one alarm */
export async function alarmView(tx: Pick<Tx, 'one'>, id: string): Promise<SourceAlarmView | undefined> {
  const row = await tx.one<AlarmRow>(`${ALARMS} where a.id = $1`, [id]);
  return row && toView(row);
}

function toView(row: AlarmRow): SourceAlarmView {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const { at, blindSince } = row;
  return {
    ...row,
    at: at.toISOString(),
    blindSince: blindSince.toISOString(),
    notes: knownNotes(row.notes),
    endedAt: iso(row.endedAt),
    acknowledgedAt: iso(row.acknowledgedAt),
  };
}
