/**
 * The days before the demo began, played through the desk's own verbs with the clock in hand: so the Watchtower, the promises and the reports have
 * something to show, and what they show was judged as everything is. No loop runs meanwhile: what is due is done here, every hour and at the end every five minutes.
 */
import type { INestApplicationContext } from '@nestjs/common';
import { Acknowledge, Reply } from '#libs/contracts/http/cases.js';
import { AccountPermissions } from '../acknowledgements/network-permissions.js';
import { SaveRule } from '../acknowledgements/save-rule.js';
import { SendDueAcknowledgements } from '../acknowledgements/send-due.js';
import { StepRule } from '../acknowledgements/step-rule.js';
import { AcknowledgeEscalation } from '../escalations/acknowledge-escalation.js';
import { ClimbLadders } from '../escalations/climb-ladders.js';
import { FireDueClocks } from '../clocks/fire-due-clocks.js';
import { Database } from '../database/database.js';
import { DeskVerbs } from '../desk/desk-verbs.js';
import { IngestPosts } from '../ingest/ingest-posts.js';
import { DurableReaders } from '../outbox/durable-readers.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { EarlyAlarmsSweep } from '../reports/early-alarms.sweep.js';
import { DueReplies } from '../replies/due-replies.js';
import { SendReply } from '../replies/send-reply.js';
import { HealthLedger } from '../sources/health-ledger.js';
import { FurnishRooms } from './furnish-rooms.js';
import { chance, oneOf, pastPosts, pastWords, type PastPost, type PastWords } from './past-posts.js';
import { SOURCE } from './seed-demo.js';
import { handling } from './past-team.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SEED = 20_261_122;
const AT_ONCE = 50;
/** The source was blind once, and for how long. */
const BLIND = { daysAgo: 2.3, minutes: 42 };
/** A manager looks at what was raised after this. */
const MANAGER_MS = 12 * MINUTE;
/** What happened is counted and told at the latest after this. */
const LONGEST_MS = 6 * HOUR;

interface Step {
  at: Date;
  run: () => Promise<unknown>;
}

interface Cast {
  sourceId: string;
  administrator: Responder;
  manager: Responder;
  responders: Responder[];
}

export class PlayPast {
  private readonly random = chance(SEED);
  private readonly words: PastWords = pastWords();
  private readonly plan: Step[] = [];
  private readonly known = new Set<string>();
  private looked = 0;
  private readonly stopping = new AbortController();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly cast: Cast,
    private readonly end: Date,
  ) {}

  /**
   * @param days how far back it goes
   * @param tell called with the share that is done, in [0, 1]
   */
  async run(days: number, tell: (done: number) => void): Promise<void> {
    const begin = this.end.getTime() - days * DAY;
    this.app.get(Clock).standAt(new Date(begin));
    const rooms = new FurnishRooms(this.app, this.words, this.cast.manager);
    await rooms.hours();
    await this.tryRule();
    for (const post of pastPosts(this.words, days, this.end, this.random)) this.at(post.at, () => this.hear(post));
    for (let at = begin; at < this.end.getTime(); at += this.end.getTime() - at > 2 * HOUR ? HOUR : 5 * MINUTE)
      this.at(new Date(at), () => this.lookAround());
    this.at(new Date(this.end.getTime() - BLIND.daysAgo * DAY), () => this.goBlind());
    for (let next = this.plan.pop(); next; next = this.plan.pop()) {
      this.app.get(Clock).standAt(next.at);
      await next.run();
      tell((next.at.getTime() - begin) / (this.end.getTime() - begin));
    }
    this.app.get(Clock).standAt(this.end);
    await this.lookAround();
    await rooms.duty(oneOf(this.cast.responders, this.random));
    await rooms.customers();
    await rooms.corrections();
  }

  /** The plan is kept with the next step last. */
  private at(at: Date, run: () => Promise<unknown>): void {
    if (at >= this.end) return;
    const place = this.plan.findLastIndex((step) => step.at > at) + 1;
    this.plan.splice(place, 0, { at, run });
  }

  private async hear(post: PastPost): Promise<void> {
    const { id, handle, name, followers, text, lang, network, mentionsUs, at } = post;
    const heard = new Date(at.getTime() + (10 + this.random() * 80) * 1000);
    const author = { key: handle, handle, name, followers, url: null };
    const incoming = { externalId: id, text, postedAt: at, author, url: null, lang, inReplyTo: null, thread: null, network, extra: { invented: true, ...(mentionsUs && { mentionsUs }) } };
    this.app.get(Clock).standAt(heard);
    await this.app.get(IngestPosts).run({ source: { id: this.cast.sourceId, kind: 'replay', name: SOURCE }, posts: [incoming], refused: [], fetchedAt: heard });
    const found = await this.app.get(Database).one<{ caseId: string }>(
      `select case_id as "caseId" from mention where source_id = $1 and external_id = $2 and case_id is not null`, [this.cast.sourceId, id]);
    if (mentionsUs) await this.decide();
    if (!found || this.known.has(found.caseId)) return;
    this.known.add(found.caseId);
    this.planWork(found.caseId, post, heard);
  } // prettier-ignore

  private planWork(caseId: string, post: PastPost, heard: Date): void {
    const verbs = this.app.get(DeskVerbs);
    const by = oneOf(this.cast.responders, this.random);
    const work = handling(post, heard, this.end, this.random);
    const text = oneOf(this.words.answers[post.lang], this.random).replace('{name}', post.name.split(' ')[0] ?? '');
    const planned: [Date | undefined, () => Promise<unknown>][] = [
      [work.acknowledge, () => verbs.acknowledge.run(caseId, Acknowledge.parse({}), by).then(() => this.send())],
      [work.reply, () => verbs.reply.run(caseId, Reply.parse({ text }), by).then(() => this.send())],
      [work.note, () => verbs.note.run(caseId, oneOf(this.words.notes, this.random), by)],
      [work.resolve, () => verbs.resolve.run(caseId, { outcome: this.random() < 0.8 ? 'solved' : 'answered' }, by)],
    ];
    for (const [at, run] of planned) if (at) this.at(at, run);
  }

  private async send(): Promise<void> {
    for (const reply of await this.app.get(DueReplies).lease(AT_ONCE))
      await this.app.get(SendReply).run(reply, this.stopping.signal);
  }

  /** The invented accounts are marked as automated; a rule of the administrator only says what it would send: the manager may let it. */
  private async tryRule(): Promise<void> {
    const terms = { plan: 'self-serve' as const, markedAutomated: true, placeAgrees: false };
    await this.app.get(AccountPermissions).declare(this.cast.sourceId, terms, this.cast.administrator);
    const { id } = await this.app.get(SaveRule).run(null, this.words.rule, this.cast.administrator);
    await this.app.get(StepRule).run(id, { step: 'shadow' }, this.cast.administrator);
    await this.decide();
  }

  /** What a machine would say is decided when a post is heard, before anybody has done something. */
  private async decide(): Promise<void> {
    await this.app.get(DurableReaders).catchUp();
    await this.app.get(SendDueAcknowledgements).run();
  }

  /** Most hours nothing is due, and then nobody is asked. */
  private async lookAround(): Promise<void> {
    const now = this.app.get(Clock).now();
    let due = this.end.getTime() - now.getTime() < HOUR || now.getTime() - this.looked > LONGEST_MS;
    while ((await this.app.get(FireDueClocks).run()).fired > 0) due = true;
    if (!due) return;
    this.looked = now.getTime();
    await this.listen();
    await this.decide();
    await this.app.get(EarlyAlarmsSweep).run();
    await this.app.get(ClimbLadders).run();
    const raised = await this.app
      .get(Database)
      .query<{ id: string }>(`select id from escalation where team_id is not null and acknowledged_at is null and at < $1`, [
        new Date(now.getTime() - MANAGER_MS),
      ]);
    for (const { id } of raised) await this.app.get(AcknowledgeEscalation).run(id, this.cast.manager);
  }

  /** The source has been asked and has answered. */
  private listen(): Promise<void> {
    const now = this.app.get(Clock).now();
    return this.app.get(Database).transaction(async (tx) => {
      await tx.query(
        `update source set last_polled_at = $2, heard_at = $2, next_poll_at = $2, last_outcome = 'ok', health = 'listening' where id = $1`,
        [this.cast.sourceId, now],
      );
      await this.app.get(HealthLedger).judge(tx, this.cast.sourceId, now);
    });
  }

  private goBlind(): Promise<void> {
    const to = this.app.get(Clock).now();
    const hole = { from: new Date(to.getTime() - BLIND.minutes * MINUTE), to, reason: 'unreachable' as const };
    return this.app.get(Database).transaction((tx) => this.app.get(HealthLedger).noteHole(tx, this.cast.sourceId, hole, { lostBefore: null }));
  } // prettier-ignore
}
