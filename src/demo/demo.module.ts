/** What a visitor tries first. */
import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { WatchesModule } from '../watches/watches.module.js';
import { SeedDemo } from './seed-demo.js';

@Module({ imports: [PeopleModule, SourcesModule, WatchesModule], providers: [SeedDemo] })
export class DemoModule {}
