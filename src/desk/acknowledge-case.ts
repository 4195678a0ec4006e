/** A responder tells the customer that we know of it. */
import { Injectable } from '@nestjs/common';
import { preparedAcknowledgement } from '#libs/acknowledgement/prepared-text.js';
import type { Acknowledge } from '#libs/contracts/http/cases.js';
import type { CaseView } from '#libs/contracts/views/case.js';
import type { Responder } from '../platform/access/responder.js';
import { holdCase } from './hold-case.js';
import { queueReply } from './queue-reply.js';
import { channelOf } from './reply-channel.js';
import { queuedBefore } from './reply-key.js';
import { WorkOnCase } from './work-on-case.js';

@Injectable()
export class AcknowledgeCase {
  constructor(private readonly work: WorkOnCase) {}

  /** Without a text the prepared one is sent. @throws DeskError already-acknowledged, case-already-claimed, case-resolved, reply-too-long, not-found */
  run(caseId: string, body: Acknowledge, by: Responder): Promise<CaseView> {
    return this.work.run(caseId, by, body.delivery === 'by-hand' ? 'facts' : 'sending', (hand) => {
      if (queuedBefore(hand.read, body.key, by)) return 'done before';
      hand.ensure('acknowledge');
      const channel = channelOf(hand.read.standing, hand.now);
      holdCase(hand);
      const text = body.text?.trim() || preparedAcknowledgement(channel.language, channel.authorName, Number(caseId));
      queueReply(hand, { ...body, text, images: [], kind: 'acknowledgement' }, channel);
      return undefined;
    });
  }
}
