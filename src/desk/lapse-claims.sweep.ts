/** Looks for lapsed claims every few seconds. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { LapseClaims } from './lapse-claims.js';

const EVERY_MS = 5000;

@Injectable()
export class LapseClaimsSweep {
  private readonly log = new Logger(LapseClaimsSweep.name);

  constructor(
    private readonly lapse: LapseClaims,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {}

  @Interval(EVERY_MS)
  async sweep(): Promise<void> {
    if (!this.settings.ROLES.includes('worker')) return;
    await this.lapse.run().catch((error: Error) => this.log.warn(`claims cannot lapse just now: ${error.message}`));
  }
}
