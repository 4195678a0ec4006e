/** Working cases. */
import { Module } from '@nestjs/common';
import { ApproveReply } from './composing/approve-reply.js';
import { CheckReply } from './composing/check-reply.js';
import { ComposingController } from './composing/composing.controller.js';
import { Drafts } from './composing/drafts.js';
import { ImagesController } from './composing/images.controller.js';
import { ReplyImages } from './composing/reply-images.js';
import { Presence } from './composing/presence.js';
import { ReplyRulesStore } from './composing/reply-rules.js';
import { AcknowledgeCase } from './acknowledge-case.js';
import { AddNote } from './add-note.js';
import { CancelReply } from './cancel-reply.js';
import { CaseMemory } from './case-memory.js';
import { CaseReads } from './case-reads.js';
import { ClaimCase } from './claim-case.js';
import { DeskController } from './desk.controller.js';
import { DeskVerbs } from './desk-verbs.js';
import { GetCase } from './get-case.query.js';
import { LapseClaims } from './lapse-claims.js';
import { LapseClaimsSweep } from './lapse-claims.sweep.js';
import { ListCases } from './list-cases.query.js';
import { OpenCase } from './open-case.js';
import { RecordOwnPosts } from './record-own-posts.js';
import { RecordReply } from './record-reply.js';
import { ReleaseCase } from './release-case.js';
import { ReopenCase } from './reopen-case.js';
import { RepliesController } from './replies.controller.js';
import { CaseClocksQuery } from './case-clocks.query.js';
import { ExcludeCase } from './exclude-case.js';
import { FollowUpCase } from './follow-up-case.js';
import { PromiseDate } from './promise-date.js';
import { PromiseVerbs } from './promise-verbs.js';
import { PromisesController } from './promises.controller.js';
import { ResumeCase } from './resume-case.js';
import { WorkOnCase } from './work-on-case.js';
import { WaitForCustomer } from './wait-for-customer.js';
import { ReplyToCase } from './reply-to-case.js';
import { Translate } from './translation/translate.js';
import { TranslationController } from './translation/translation.controller.js';
import { TranslationStore } from './translation/translation-settings.js';
import { ResolveCase } from './resolve-case.js';
import { SettleReply } from './settle-reply.js';
import { StoreChanges } from './store-changes.js';
import { ClocksModule } from '../clocks/clocks.module.js';

@Module({
  imports: [ClocksModule],
  controllers: [
    DeskController,
    PromisesController,
    RepliesController,
    ComposingController,
    ImagesController,
    TranslationController,
  ],
  providers: [
    WorkOnCase, CaseMemory, CaseReads, StoreChanges, DeskVerbs, OpenCase, ClaimCase, ReleaseCase, AcknowledgeCase, ReplyToCase, AddNote, ResolveCase, ReopenCase, CancelReply, SettleReply,
    CaseClocksQuery, PromiseVerbs, WaitForCustomer, ResumeCase, PromiseDate, FollowUpCase, ExcludeCase,
    RecordReply, RecordOwnPosts, ApproveReply, CheckReply, Drafts, ReplyImages, Translate, TranslationStore, Presence, ReplyRulesStore, GetCase, ListCases, LapseClaims, LapseClaimsSweep,
  ], // prettier-ignore
  exports: [RecordReply, RecordOwnPosts, LapseClaims],
})
export class DeskModule {}
