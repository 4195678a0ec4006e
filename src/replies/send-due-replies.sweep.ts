/** Sends due replies, a few at once; wakes when the next is due. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { OutboxTail } from '../outbox/tail.js';
import { Clock } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DueLoop } from '../platform/due-loop.js';
import { DueReplies } from './due-replies.js';
import { SendReply } from './send-reply.js';

const AT_ONCE = 8;
const LONGEST_SLEEP_MS = 1000;
/** Replies that come close together are looked for together; most are told of and not due, as those that were written by hand. */
const SOON_MS = 20;

@Injectable()
export class SendDueReplies implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly log = new Logger(SendDueReplies.name);
  private readonly loop: DueLoop;

  constructor(
    private readonly due: DueReplies,
    private readonly send: SendReply,
    private readonly tail: OutboxTail,
    private readonly clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {
    this.loop = new DueLoop({
      run: () => this.turn(),
      now: () => this.clock.now(),
      longestSleepMs: LONGEST_SLEEP_MS,
      onError: (error) => this.log.warn(`replies wait: ${error.message}`),
    });
  }

  onApplicationBootstrap(): void {
    if (!this.settings.ROLES.includes('worker')) return;
    this.tail.onEvents((events) => (events.some((e) => e.kind === 'reply.changed') ? this.loop.nudge(SOON_MS) : undefined));
    this.loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.loop.stop();
  }

  /** Most turns find nothing due: they cost one question. */
  private async turn(): Promise<Date | null> {
    const next = await this.due.next();
    if (!next || next > this.clock.now()) return next;
    const replies = await this.due.lease(AT_ONCE);
    const ends = await Promise.allSettled(replies.map((reply) => this.send.run(reply, this.stopping.signal)));
    for (const end of ends) if (end.status === 'rejected') this.log.warn(`a reply waits: ${String(end.reason)}`);
    return this.due.next();
  }
}
