/** Acknowledging by machine: where it is allowed and wise, once, and with a ledger line for every post. */
import { Module } from '@nestjs/common';
import { AuthorWishes } from './author-wishes.js';
import { Automation } from './automation.js';
import { AutomationController } from './automation.controller.js';
import { DecideOnCases } from './decide-on-cases.handler.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerQuery } from './ledger.query.js';
import { ListWishes } from './list-wishes.query.js';
import { AccountPermissions } from './network-permissions.js';
import { PermissionLimitsStore } from './permission-limits.js';
import { PermissionsController } from './permissions.controller.js';
import { PreviewRule } from './preview-rule.js';
import { RulesController } from './rules.controller.js';
import { RulesQuery } from './rules.query.js';
import { SaveRule } from './save-rule.js';
import { SendDueAcknowledgements } from './send-due.js';
import { SendDueSweep } from './send-due.sweep.js';
import { StepRule } from './step-rule.js';

@Module({
  controllers: [RulesController, AutomationController, LedgerController, PermissionsController],
  providers: [
    RulesQuery, SaveRule, StepRule, PreviewRule, Automation, LedgerQuery, AccountPermissions, AuthorWishes, ListWishes, PermissionLimitsStore, DecideOnCases, SendDueAcknowledgements,
    SendDueSweep,
  ], // prettier-ignore
})
export class AcknowledgementsModule {}
