/** Keeping no longer than needed, and forgetting whoever asks. */
import { Module } from '@nestjs/common';
import { ChangeRetention } from './change-retention.js';
import { ErasePerson } from './erase-person.js';
import { RetentionController } from './retention.controller.js';
import { RetentionJob } from './retention-job.js';
import { RetentionQuery } from './retention.query.js';

@Module({ controllers: [RetentionController], providers: [RetentionQuery, ChangeRetention, ErasePerson, RetentionJob] })
export class RetentionModule {}
