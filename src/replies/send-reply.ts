/**
 * One turn for one reply: send it, or, when an earlier turn ended in the dark, settle first whether the network took it.
 * A public reply is never sent twice: what cannot be settled is parked for a person.
 */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { connectorOf } from '../connectors/all-connectors.js';
import type { ConnectorContext } from '../connectors/connector-context.js';
import type { LookResult, OutgoingReply, Replies, SendResult } from '../connectors/outgoing-reply.js';
import { RecordReply } from '../desk/record-reply.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { SAFE_HTTP, type SafeHttp } from '../platform/outbound/safe-http.js';
import { SourceStore } from '../sources/source-settings.js';
import { DueReplies, LONGEST_CALL_SECONDS, type DueReply } from './due-replies.js';

/** Turns after which a reply that the network keeps putting off, or that cannot be settled, is a person's matter. */
const MOST_ATTEMPTS = 12;
const LOOK_AGAIN_SECONDS = 30;
/** What the network said is written down in so many more tries, after these pauses: else it would be asked again a minute later. */
const WRITE_PAUSES_MS = [50, 250, 1000, 3000];

interface Turn {
  /** The network was asked to publish it. */
  left: boolean;
}

interface Channel {
  replies: Replies<unknown>;
  context: ConnectorContext<unknown>;
}

@Injectable()
export class SendReply {
  private readonly log = new Logger(SendReply.name);

  constructor(
    private readonly due: DueReplies,
    private readonly record: RecordReply,
    private readonly store: SourceStore,
    private readonly clock: Clock,
    @Inject(SAFE_HTTP) private readonly http: SafeHttp,
  ) {}

  /** @param signal stops waiting for the network; the reply is then settled in a later turn */
  async run(reply: DueReply, signal: AbortSignal): Promise<void> {
    const turn: Turn = { left: false };
    try {
      await this.take(reply, turn, signal);
    } catch (error) {
      // A database that stumbled must not cost a minute: only what may have been taken waits for its lease.
      if (!turn.left) await this.due.letGo(reply).catch(() => undefined);
      throw error;
    }
  }

  private async take(reply: DueReply, turn: Turn, signal: AbortSignal): Promise<void> {
    const unwanted = reply.automatic && reply.before === 'waiting' ? await this.due.unwanted(reply) : null;
    if (unwanted !== null) {
      await this.record.ended(reply, 'cancelled', unwanted);
      return;
    }
    const channel = await this.channel(reply, signal);
    if (typeof channel === 'string') {
      await this.record.ended(reply, 'parked', channel);
      return;
    }
    if (reply.before === 'waiting' || channel.replies.rules.idempotent) await this.send(reply, channel, turn);
    else await this.settle(reply, channel);
  }

  private async channel(reply: DueReply, signal: AbortSignal): Promise<Channel | string> {
    const { replies } = connectorOf(reply.sourceKind);
    if (!replies) return 'this network takes no replies';
    try {
      const { settings, enabled } = await this.store.open(reply.sourceId);
      const why = enabled ? replies.unavailable(settings) : 'source-is-off';
      if (why) return why;
      const ends = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_CALL_SECONDS * 1000)]);
      return { replies, context: { settings, http: this.http, now: () => this.clock.now(), signal: ends } };
    } catch (error) {
      if ((error as Error).name === 'SecretsUnreadable' || (error as { code?: string }).code === 'invalid-settings')
        return (error as Error).message;
      throw error;
    }
  }

  private async send(reply: DueReply, { replies, context }: Channel, turn: Turn): Promise<void> {
    const attempt = await this.due.attempt(reply, 'send');
    if (attempt === null) return;
    crashPoint('reply.before-send');
    const images = await this.due.images(reply);
    turn.left = true;
    const result = await replies.send(context, { ...outgoing(reply), images }).catch((error: Error): SendResult => {
      this.log.error(`sending reply ${reply.id} failed: ${error.stack}`);
      return { outcome: 'unknown', reason: error.message };
    });
    crashPoint('reply.after-send');
    await this.surely(context.signal, async () => {
      await this.due.attemptEnded(attempt, result.outcome, 'reason' in result ? result.reason : result.externalId);
      crashPoint('reply.before-record');
      await this.after(reply, result, replies);
    });
    crashPoint('reply.after-record');
  }

  /** Guarded by the lease, so that a second writing changes nothing: two who met in the database, or a busy one, cost a moment only. */
  private async surely(signal: AbortSignal, write: () => Promise<void>): Promise<void> {
    for (const pause of WRITE_PAUSES_MS) {
      try {
        return await write();
      } catch (error) {
        if (signal.aborted) throw error;
        this.log.warn(`what became of a reply is written down again: ${(error as Error).message}`);
        await new Promise((done) => setTimeout(done, pause));
      }
    }
    await write();
  }

  private async after(reply: DueReply, result: SendResult, { rules }: Replies<unknown>): Promise<void> {
    if (result.outcome === 'sent') await this.record.sent(reply, { ...result, at: this.clock.now() });
    else if (result.outcome === 'refused') await this.record.ended(reply, 'refused', result.reason);
    else if (reply.attempts >= MOST_ATTEMPTS) await this.record.ended(reply, 'parked', result.reason);
    else if (result.outcome === 'later')
      await this.record.again(reply, 'waiting', this.in(result.retryAfterSeconds), result.reason);
    else await this.record.again(reply, 'unknown', this.in(rules.settleSeconds), result.reason);
  }

  /** Not before the network has had time to show it: asked too early, "not there" means nothing. */
  private async settle(reply: DueReply, { replies, context }: Channel): Promise<void> {
    const attempt = await this.due.attempt(reply, 'look');
    if (attempt === null) return;
    const found = await replies
      .look(context, outgoing(reply))
      .catch((error: Error): LookResult => ({ outcome: 'unsure', reason: error.message }));
    await this.due.attemptEnded(attempt, found.outcome, 'reason' in found ? found.reason : null);
    if (found.outcome === 'found') await this.record.sent(reply, { ...found, at: reply.firstAttemptAt ?? this.clock.now() });
    else if (found.outcome === 'absent')
      await this.record.again(reply, 'waiting', this.clock.now(), 'the network does not show it: it is sent again');
    else if (reply.attempts >= MOST_ATTEMPTS || found.final)
      await this.record.ended(reply, 'parked', `nobody can tell whether it was sent: ${found.reason}`);
    else await this.record.again(reply, 'unknown', this.in(LOOK_AGAIN_SECONDS), found.reason);
  }

  private in(seconds: number): Date {
    return new Date(this.clock.now().getTime() + seconds * 1000);
  }
}

function outgoing(reply: DueReply): OutgoingReply {
  const { text, visibility, idempotencyKey, inReplyTo, firstAttemptAt } = reply;
  return { text, visibility, idempotencyKey, inReplyTo, firstAttemptAt };
}
