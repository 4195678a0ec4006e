/** Raising what is at risk to those who may decide, rung by rung, by every way that reaches them. */
import { Module } from '@nestjs/common';
import { NotifiersModule } from '../notifiers/notifiers.module.js';
import { AcknowledgeEscalation } from './acknowledge-escalation.js';
import { AlarmHooks } from './alarm-hooks.js';
import { ClimbLadders } from './climb-ladders.js';
import { DueNotices } from './due-notices.js';
import { DutyRoster } from './duties.js';
import { EscalationsController } from './escalations.controller.js';
import { EscalationsSweep } from './escalations.sweep.js';
import { GiveNotice } from './give-notice.js';
import { LaddersController } from './ladders.controller.js';
import { ListNotices } from './notices.query.js';
import { MyNotices } from './my-notices.js';
import { MyWebhook } from './my-webhook.js';
import { MyNoticesController } from './my-notices.controller.js';
import { RaiseByHand } from './raise-by-hand.js';
import { RaiseOnEvents } from './raise-on-events.handler.js';
import { SetLadders } from './set-ladders.js';
import { WaysToTell } from './ways-to-tell.js';

@Module({
  imports: [NotifiersModule],
  controllers: [EscalationsController, LaddersController, MyNoticesController],
  providers: [
    RaiseOnEvents, AcknowledgeEscalation, RaiseByHand, SetLadders, AlarmHooks, DutyRoster, MyNotices, MyWebhook, ListNotices, ClimbLadders, DueNotices,
    GiveNotice, WaysToTell, EscalationsSweep,
  ], // prettier-ignore
})
export class EscalationsModule {}
