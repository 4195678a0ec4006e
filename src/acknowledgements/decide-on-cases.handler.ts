/** Every post that needs an answer gets a line in the ledger as soon as it is heard: what a machine does about it, and why. Safe twice. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, type Tx } from '../database/database.js';
import type { DeskEvents, StoredEvent } from '../outbox/events.js';
import { relayBatch } from '../outbox/relay.js';
import { OutboxTail } from '../outbox/tail.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DueLoop } from '../platform/due-loop.js';
import { activeRules } from './active-rules.js';
import { isStopped } from './automation.js';
import { caseContexts } from './case-contexts.js';
import { decide, ruleFor } from './decide.js';
import { keepStops, storeDecisions, undecidedPosts, type NewDecision, type UndecidedPost } from './decisions.js';

const READER = 'acknowledgements';
const LONGEST_SLEEP_MS = 1000;
const AT_ONCE = 500;
const HEARD: readonly string[] = ['opened', 'mention-joined'];

@Injectable()
export class DecideOnCases implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: DueLoop;

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
    private readonly clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {
    const log = new Logger(DecideOnCases.name);
    this.loop = new DueLoop({
      run: async () => ((await this.run()) > 0 ? this.clock.now() : null),
      now: () => clock.now(),
      longestSleepMs: LONGEST_SLEEP_MS,
      onError: (error) => log.warn(`acknowledgements wait: ${error.message}`),
    });
  }

  onApplicationBootstrap(): void {
    if (!this.settings.ROLES.includes('worker')) return;
    this.tail.onEvents((events) => (events.some(isHeard) ? this.loop.nudge() : undefined));
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  /** @returns how many events were looked at */
  run(): Promise<number> {
    return relayBatch(this.db, READER, AT_ONCE, async (tx, events) => {
      const caseIds = events.filter(isHeard).map((e) => (e.payload as DeskEvents['case.changed']).caseId);
      if (caseIds.length > 0) await this.decideOn(tx, [...new Set(caseIds)]);
    });
  }

  private async decideOn(tx: Tx, caseIds: string[]): Promise<void> {
    const now = this.clock.now();
    const posts = await undecidedPosts(tx, caseIds);
    await keepStops(tx, posts, now);
    const firsts = firstOfEachCase(posts);
    const rules = await activeRules(tx, [...new Set(posts.map(({ teamId }) => teamId))]);
    // Without a rule nothing more needs to be known: listening alone stays cheap.
    const asked = rules.length === 0 ? [] : [...firsts.values()].map(({ caseId }) => caseId);
    const contexts = await caseContexts(tx, asked, now);
    const stopped = rules.length > 0 && (await isStopped(tx));
    const lines = posts.flatMap((post): NewDecision[] => {
      const of = firsts.get(post.caseId) === post ? contexts.get(post.caseId) : undefined;
      if (firsts.get(post.caseId) !== post) return [line(post, 'joined')];
      if (!of) return [line(post, 'no-rule')];
      const live = { ...line(post, 'no-rule'), ...decide(of, ruleFor(of, rules, 'live', now), stopped, now), lang: of.language };
      const shadow = ruleFor(of, rules, 'shadow', now);
      if (!shadow) return [live];
      return [live, { ...line(post, 'no-rule'), ...decide(of, shadow, stopped, now), lang: of.language, shadow: true }];
    });
    await storeDecisions(tx, lines, now);
    crashPoint('acknowledgements.before-decided');
  }
}

function isHeard({ kind, payload }: StoredEvent): boolean {
  return kind === 'case.changed' && HEARD.includes((payload as DeskEvents['case.changed']).why);
}

/** The customer's first post of a case that nothing was decided on yet; whatever else was said joins it. */
function firstOfEachCase(posts: readonly UndecidedPost[]): Map<string, UndecidedPost> {
  const firsts = new Map<string, UndecidedPost>();
  for (const post of posts) if (post.byCustomer && !post.caseDecided && !firsts.has(post.caseId)) firsts.set(post.caseId, post);
  return firsts;
}

function line(post: UndecidedPost, outcome: 'no-rule' | 'joined'): NewDecision {
  const { mentionId, caseId, teamId, authorId, sourceId, network } = post;
  const nothing = { reason: null, permissionRules: [], ruleId: null, ruleVersion: null, dueAt: null, lang: null };
  return { mentionId, caseId, teamId, authorId, sourceId, network, shadow: false, outcome, ...nothing };
}
