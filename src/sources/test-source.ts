/** An administrator tries settings before saving them. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { TestSource as TestSourceBody, TestSourceAnswer } from '#libs/contracts/http/sources.js';
import { notesInEnglish } from '#libs/contracts/notes.js';
import { connectorOf } from '../connectors/all-connectors.js';
import type { TestResult } from '../connectors/connector.js';
import type { IncomingPost } from '../connectors/incoming-post.js';
import { fails, note } from '../connectors/explained.js';
import { endOfSilence } from '../connectors/silence.js';
import { storableNotes } from '../connectors/storable-notes.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { OutboundError, SAFE_HTTP, type SafeHttp } from '../platform/outbound/safe-http.js';
import { checkSettings } from './check-settings.js';
import { SourceStore } from './source-settings.js';
import { findSource } from './source.rows.js';

const LONGEST_TEST_MS = 20_000;
const SAMPLES = 5;
const SAMPLE_LENGTH = 500;

@Injectable()
export class TestSource {
  private readonly log = new Logger(TestSource.name);

  constructor(
    private readonly db: Database,
    private readonly store: SourceStore,
    private readonly clock: Clock,
    @Inject(SAFE_HTTP) private readonly http: SafeHttp,
  ) {}

  /** Stores nothing. @throws DeskError `invalid-settings`, `not-found` for the source whose secrets should be taken */
  async run({ kind, settings, sourceId }: TestSourceBody): Promise<TestSourceAnswer> {
    const connector = connectorOf(kind);
    const row = sourceId === undefined ? undefined : await findSource(this.db, sourceId);
    if (sourceId !== undefined && row?.kind !== kind) throw new DeskError('not-found');
    const { all, secrets } = checkSettings(connector, settings, row && this.store.stored(row));
    const signal = AbortSignal.timeout(LONGEST_TEST_MS);
    const test = connector.test({ settings: all, http: this.http, now: () => this.clock.now(), signal });
    const result = await test.catch((error: unknown) => this.failed(error, kind));
    const samples = result.samples.slice(0, SAMPLES).map(toSample);
    const notes = storableNotes(result.notes, secrets);
    return { ok: result.ok, message: notesInEnglish(notes), notes, samples };
  }

  private failed(error: unknown, kind: string): TestResult {
    if (error instanceof OutboundError) return fails(endOfSilence(error, kind));
    this.log.warn(`the test of a ${kind} source failed with ${(error as Error).name}`);
    return fails({ notes: [note('test-failed')] });
  }
}

function toSample(post: IncomingPost): TestSourceAnswer['samples'][number] {
  const author = post.author.handle ?? post.author.name;
  return { text: post.text.slice(0, SAMPLE_LENGTH).toWellFormed(), author, postedAt: post.postedAt.toISOString() };
}
