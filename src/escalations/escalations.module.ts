/** Raising what is at risk to those who may decide. */
import { Module } from '@nestjs/common';
import { AcknowledgeEscalation } from './acknowledge-escalation.js';
import { EscalationsController } from './escalations.controller.js';
import { RaiseOnBreach } from './raise-on-breach.handler.js';

@Module({ controllers: [EscalationsController], providers: [RaiseOnBreach, AcknowledgeEscalation] })
export class EscalationsModule {}
