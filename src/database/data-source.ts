/** How TypeORM reaches the database: one pool, migrations written by hand, never a generated schema. */
import { DataSource, type DataSourceOptions } from 'typeorm';
import { FUNCTIONS } from './functions/all-functions.js';
import { applyFunctions } from './functions/apply-functions.js';
import { PreparingClient } from './preparing-client.js';
import { Backbone20261122000000 } from './migrations/20261122000000-backbone.js';
import { StoreBatch20261122000100 } from './migrations/20261122000100-store-batch.js';
import { MentionLists20261122000200 } from './migrations/20261122000200-mention-lists.js';
import { Learning20261122000300 } from './migrations/20261122000300-learning.js';
import { Judgement20261122000450 } from './migrations/20261122000450-judgement.js';
import { NeverBlind20261122003000 } from './migrations/20261122003000-never-blind.js';
import { Budgets20261122003100 } from './migrations/20261122003100-budgets.js';
import { ChangedPosts20261122003200 } from './migrations/20261122003200-changed-posts.js';
import { Retention20261122003300 } from './migrations/20261122003300-retention.js';
import { WhatIfStaffing20261122213000 } from './migrations/20261122213000-what-if-staffing.js';
import { DecidedHours20261122213100 } from './migrations/20261122213100-decided-hours.js';
import { FunctionDefinitions20261122001000 } from './migrations/20261122001000-function-definitions.js';
import { SourcePending20261122002200 } from './migrations/20261122002200-source-pending.js';
import { Calendars20261122004000 } from './migrations/20261122004000-calendars.js';
import { Standards20261122004100 } from './migrations/20261122004100-standards.js';
import { WhatIf20261122004200 } from './migrations/20261122004200-what-if.js';
import { Composing20261122005000 } from './migrations/20261122005000-composing.js';
import { Ladders20261122005500 } from './migrations/20261122005500-ladders.js';
import { MentionHours20261122005600 } from './migrations/20261122005600-mention-hours.js';
import { Permission20261122006000 } from './migrations/20261122006000-permission.js';
import { CustomerTiers20261122210000 } from './migrations/20261122210000-customer-tiers.js';
import { Acknowledgements20261122006100 } from './migrations/20261122006100-acknowledgements.js';
import { PermissionLimits20261122214000 } from './migrations/20261122214000-permission-limits.js';
import { QuickViews20261122230010 } from './migrations/20261122230010-quick-views.js';
import { AlarmHistory20261122230020 } from './migrations/20261122230020-alarm-history.js';
import { VolumeByTone20261122239000 } from './migrations/20261122239000-volume-by-tone.js';
import { OpenFigures20261122239010 } from './migrations/20261122239010-open-figures.js';
import { EarlyAlarms20261122250000 } from './migrations/20261122250000-early-alarms.js';
import { MentionStretches20261122250010 } from './migrations/20261122250010-mention-stretches.js';
import { EarlyEscalations20261122250020 } from './migrations/20261122250020-early-escalations.js';
import { NotesOfPolls20261122251000 } from './migrations/20261122251000-notes-of-polls.js';
import { EarlyAlarmsSeen20261122260000 } from './migrations/20261122260000-early-alarms-seen.js';
import { WiderStretches20261122260010 } from './migrations/20261122260010-wider-stretches.js';
import { UnreadIndex20261123000100 } from './migrations/20261123000100-unread-index.js';
import { AnswersIndex20261122219000 } from './migrations/20261122219000-answers-index.js';
import { ReplyVisibility20261122230000 } from './migrations/20261122230000-reply-visibility.js';
import { ReplyImages20261122231000 } from './migrations/20261122231000-reply-images.js';
import { PersonHooks20261122233000 } from './migrations/20261122233000-person-hooks.js';
import { Translations20261122232000 } from './migrations/20261122232000-translations.js';

/** In order; each runs in a transaction of its own, so that one that failed halfway leaves nothing behind. */
export const MIGRATIONS = [
  Backbone20261122000000,
  StoreBatch20261122000100,
  MentionLists20261122000200,
  Learning20261122000300,
  Judgement20261122000450,
  FunctionDefinitions20261122001000,
  SourcePending20261122002200,
  Calendars20261122004000,
  Standards20261122004100,
  WhatIf20261122004200,
  Composing20261122005000,
  Ladders20261122005500,
  MentionHours20261122005600,
  Permission20261122006000,
  NeverBlind20261122003000,
  Budgets20261122003100,
  Acknowledgements20261122006100,
  ChangedPosts20261122003200,
  Retention20261122003300,
  CustomerTiers20261122210000,
  WhatIfStaffing20261122213000,
  DecidedHours20261122213100,
  PermissionLimits20261122214000,
  AnswersIndex20261122219000,
  ReplyVisibility20261122230000,
  QuickViews20261122230010,
  AlarmHistory20261122230020,
  ReplyImages20261122231000,
  Translations20261122232000,
  PersonHooks20261122233000,
  VolumeByTone20261122239000,
  OpenFigures20261122239010,
  EarlyAlarms20261122250000,
  MentionStretches20261122250010,
  EarlyEscalations20261122250020,
  NotesOfPolls20261122251000,
  EarlyAlarmsSeen20261122260000,
  WiderStretches20261122260010,
  UnreadIndex20261123000100,
];

/**
 * How long work may wait for a free connection. A pool that is in use only means that much is done at once: the wait is told from a database
 * that is away, whose connections `DatabasePulse` cuts within five seconds, and to which no connection is made (`CONNECT_PATIENCE_MS`).
 */
const POOL_PATIENCE_MS = 20_000;

/**
 * @param url PostgreSQL connection string
 * @param poolSize connections of this process
 */
export function dataSourceOptions(url: string, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [],
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: {
      max: poolSize,
      Client: PreparingClient,
      connectionTimeoutMillis: POOL_PATIENCE_MS,
      idleTimeoutMillis: 60_000,
      application_name: 'earshot',
      options: '-c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC',
    },
  };
}

/** After a restore into a younger cluster transaction ids start low again; the base lifts new events above the stored ones. */
const KEEP_OUTBOX_GROWING = `
  update outbox_base set base = needed
  from (select (max(seq) >> 16) - pg_snapshot_xmin(pg_current_snapshot())::text::bigint + 1 as needed from outbox_event) as n
  where needed > base`;

/** Key of the advisory lock under which migrations run, so that two processes starting at once do not race. */
const MIGRATION_LOCK = 7_301_001;

/**
 * Brings the schema and its functions up to date; running it again changes nothing.
 * @param dataSource an initialised data source
 * @param functions that shall stand in the database; other ones are for tests only
 */
export async function migrate(dataSource: DataSource, functions = FUNCTIONS): Promise<void> {
  const holder = dataSource.createQueryRunner();
  await holder.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await dataSource.runMigrations();
    await applyFunctions(dataSource, functions);
    await holder.query(KEEP_OUTBOX_GROWING);
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await holder.release();
  }
}
