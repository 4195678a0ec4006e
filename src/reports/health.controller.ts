/** For whoever runs the desk: is it alive, is it ready, how is it doing. */
import { Controller, Get, Header } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../database/database.js';
import { Public } from '../platform/access/allow.js';
import { DeskError } from '../platform/errors.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { Metrics } from './metrics.js';

const Ok = z.object({ status: z.literal('ok') });

@Controller()
@Tag('health')
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly metrics: Metrics,
  ) {}

  @Get('healthz')
  @Public()
  @Summary('Whether the process lives')
  @Answers(200, Ok, 'It lives')
  alive() {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Public()
  @Summary('Whether the desk can work: the database answers')
  @Answers(200, Ok, 'It is ready', ['database-away'])
  async ready() {
    await this.db.query('select 1').catch(() => {
      throw new DeskError('database-away', undefined, { retryAfterSeconds: 1 });
    });
    return { status: 'ok' };
  }

  @Get('metrics')
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Summary('Figures for Prometheus')
  @Answers(200, z.string(), 'Figures in the text format of Prometheus')
  figures(): Promise<string> {
    return this.metrics.text();
  }
}
