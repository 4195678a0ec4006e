/** A case inside a verb: as it was read, and what the verb changes of it. Nothing is stored before the verb has decided. */
import type { ReplyImageView } from '#libs/contracts/http/images.js';
import type { ActivityKind, CaseAction, CaseStatus, Outcome, ReplyKind, Visibility } from '#libs/contracts/words.js';
import type { Responder } from '../platform/access/responder.js';
import type { CaseReading } from './case-reading.js';
import { ensureAllowed } from './case-record.js';

/** What a verb may set on the case itself. */
export interface CaseColumns {
  status?: CaseStatus;
  ownerId?: string | null;
  leaseUntil?: Date | null;
  claimedAt?: Date;
  acknowledgedAt?: Date;
  answeredAt?: Date;
  resolvedAt?: Date;
  outcome?: Outcome;
}

/** A line of the case's history. */
export interface NewLine {
  kind: ActivityKind;
  at: Date;
  personId: string | null;
  /** As JSON has it: instants are ISO 8601. */
  data: Record<string, unknown>;
  /** Gets the id of the reply that is stored with it. */
  ofReply?: true;
}

export interface NewReply {
  mentionId: string;
  sourceId: string;
  personId: string;
  kind: ReplyKind;
  text: string;
  visibility: Visibility;
  /** Of the writer, not sent yet. */
  images: readonly ReplyImageView[];
  /** The idempotency key. */
  key: string;
  state: 'by-hand' | 'awaiting' | 'waiting';
  sendAfter: Date;
  dueAt: Date | null;
  sentAt: Date | null;
  promises: readonly { words: string; dueAt: string }[];
}

export class CaseInHand {
  readonly set: CaseColumns = {};
  readonly lines: NewLine[] = [];
  reply: NewReply | undefined;

  /** @param now the moment of the verb */
  constructor(
    readonly read: CaseReading,
    readonly by: Responder,
    readonly now: Date,
  ) {}

  /** @throws DeskError saying why the action may not be done now, and by whom the case is held */
  ensure(action: CaseAction): void {
    ensureAllowed(action, this.read, this.by, this.now);
  }

  /** One line for the case's history; everybody is told that the case changed. */
  writeDown(kind: ActivityKind, data: Record<string, unknown> = {}, more: Partial<Pick<NewLine, 'ofReply'>> = {}): void {
    this.lines.push({ kind, at: this.now, personId: this.by.id, data, ...more });
  }
}
