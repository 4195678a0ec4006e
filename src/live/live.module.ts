/** What happens, on every screen that may see it, within a moment. */
import { Module } from '@nestjs/common';
import { CatchUp } from './catch-up.js';
import { LiveDoors } from './live-doors.js';
import { LiveGateway } from './live.gateway.js';
import { RenderEvents } from './render-events.js';

@Module({ providers: [LiveGateway, LiveDoors, RenderEvents, CatchUp] })
export class LiveModule {}
