/** Judgement: scoring posts and texts, and learning from what people put right. */
import { Module } from '@nestjs/common';
import { AddCorrections } from './add-corrections.js';
import { AnalyseController } from './analyse.controller.js';
import { AnalyseTexts } from './analyse-texts.js';
import { Learner } from './learner.js';
import { LearnedChangesQuery } from './learned-changes.query.js';
import { LearningController } from './learning.controller.js';
import { LearningQuery } from './learning.query.js';
import { RestoreLearning } from './restore-learning.js';
import { ScoreWeights } from './score-weights.js';
import { Scorer } from './scorer.js';
import { WeightsController } from './weights.controller.js';

@Module({
  controllers: [AnalyseController, LearningController, WeightsController],
  providers: [Scorer, Learner, AnalyseTexts, AddCorrections, RestoreLearning, LearningQuery, LearnedChangesQuery, ScoreWeights],
  exports: [Scorer],
})
export class AnalyseModule {}
