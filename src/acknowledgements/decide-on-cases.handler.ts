/** Every post that needs an answer gets a line in the ledger as soon as it is heard: what a machine does about it, and why. Safe twice. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.js';
import { DurableReaders, type DurableReader } from '../outbox/durable-readers.js';
import type { DeskEvents, StoredEvent } from '../outbox/events.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { activeRules } from './active-rules.js';
import { isStopped } from './automation.js';
import { caseContexts } from './case-contexts.js';
import { decide, ruleFor } from './decide.js';
import { keepStops, storeDecisions, undecidedPosts, type NewDecision, type UndecidedPost } from './decisions.js';

/** So long a post may wait for others: nobody sees a quarter of a second in an acknowledgement, and a storm is decided on in a few statements. */
const PAUSE_MS = 250;
const AT_ONCE = 500;
const HEARD: readonly string[] = ['opened', 'mention-joined'];

@Injectable()
export class DecideOnCases {
  private readonly reader: DurableReader;

  constructor(
    private readonly clock: Clock,
    readers: DurableReaders,
  ) {
    const handle = (tx: Tx, events: StoredEvent[]) => this.handle(tx, events);
    this.reader = readers.open({ name: 'acknowledgements', kinds: ['case.changed'], most: AT_ONCE, pauseMs: PAUSE_MS, handle });
  }

  /** @returns how many events were looked at */
  run(): Promise<number> {
    return this.reader.run();
  }

  private async handle(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
    const caseIds = events.filter(isHeard).map((e) => (e.payload as DeskEvents['case.changed']).caseId);
    if (caseIds.length > 0) await this.decideOn(tx, [...new Set(caseIds)]);
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

function isHeard({ payload }: StoredEvent): boolean {
  return HEARD.includes((payload as DeskEvents['case.changed']).why);
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
