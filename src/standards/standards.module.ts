/** What we promise: standards and the calendars they run on. */
import { Module } from '@nestjs/common';
import { Calendars } from './calendars.js';
import { CalendarsController } from './calendars.controller.js';
import { Holidays } from './holidays.js';

@Module({ controllers: [CalendarsController], providers: [Calendars, Holidays] })
export class StandardsModule {}
