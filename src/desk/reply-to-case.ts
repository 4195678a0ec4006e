/** A responder answers the customer. */
import { Injectable } from '@nestjs/common';
import type { Reply } from '#libs/contracts/http/cases.js';
import type { CaseView } from '#libs/contracts/views/case.js';
import type { Responder } from '../platform/access/responder.js';
import { ReplyImages } from './composing/reply-images.js';
import { holdCase } from './hold-case.js';
import { queueReply } from './queue-reply.js';
import { channelOf } from './reply-channel.js';
import { queuedBefore } from './reply-key.js';
import { WorkOnCase } from './work-on-case.js';

@Injectable()
export class ReplyToCase {
  constructor(
    private readonly work: WorkOnCase,
    private readonly images: ReplyImages,
  ) {}

  /** @throws DeskError case-already-claimed, case-resolved, reply-empty, reply-too-long, not-found */
  async run(caseId: string, body: Reply, by: Responder): Promise<CaseView> {
    const images = await this.images.picked(caseId, body.images, by, body.key);
    return this.work.run(caseId, by, body.delivery === 'by-hand' ? 'facts' : 'sending', (hand) => {
      if (queuedBefore(hand.read, body.key, by)) return 'done before';
      hand.ensure('reply');
      const channel = channelOf(hand.read.standing, hand.now);
      holdCase(hand);
      queueReply(hand, { ...body, images, kind: 'reply' }, channel);
      return undefined;
    });
  }
}
