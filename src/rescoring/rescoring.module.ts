/** Scoring old mentions anew. */
import { Module } from '@nestjs/common';
import { AnalyseModule } from '../analyse/analyse.module.js';
import { RescoreMentions } from './rescore-mentions.js';
import { RescoringController } from './rescoring.controller.js';
import { Rescoring } from './rescoring.js';
import { RescoringSweep } from './rescoring.sweep.js';

@Module({
  imports: [AnalyseModule],
  controllers: [RescoringController],
  providers: [Rescoring, RescoreMentions, RescoringSweep],
})
export class RescoringModule {}
