/** The doors to calendars: kept in versions, filled with a country's holidays, asked for due times. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  CalendarView,
  CountriesAnswer,
  DueTimes,
  DueTimesAnswer,
  HolidayQuery,
  HolidaysAnswer,
  SaveCalendar,
} from '#libs/contracts/http/calendars.js';
import { Id, listOf } from '#libs/contracts/values.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { Calendars } from './calendars.js';
import { Holidays } from './holidays.js';

@Controller('api/v1/calendars')
@Tag('promises')
export class CalendarsController {
  constructor(
    private readonly calendars: Calendars,
    private readonly holidays: Holidays,
  ) {}

  @Get()
  @Allow(...ROLES)
  @Summary('List the calendars as they are in force')
  @Answers(200, listOf(CalendarView), 'All calendars by name')
  async all() {
    return { items: await this.calendars.all() };
  }

  @Get('countries')
  @Allow('manager')
  @Summary('List countries and regions whose holidays the desk knows')
  @Answers(200, CountriesAnswer, 'Countries by name')
  countries(@CurrentPerson() by: Responder): Promise<CountriesAnswer> {
    return this.holidays.countries(by.locale);
  }

  @Get('holidays')
  @Allow('manager')
  @Summary('List the public holidays of a country, to put into a calendar')
  @Answers(200, HolidaysAnswer, 'Whole days off by date')
  publicHolidays(@Query({ schema: HolidayQuery }) query: HolidayQuery, @CurrentPerson() by: Responder): Promise<HolidaysAnswer> {
    return this.holidays.of(query, by.locale);
  }

  @Post('due')
  @HttpCode(200)
  @Allow(...ROLES)
  @Summary('Ask when so much open time has passed')
  @Answers(200, DueTimesAnswer, 'A due time for each item, or why there is none')
  due(@Body({ schema: DueTimes }) body: DueTimes): Promise<DueTimesAnswer> {
    return this.calendars.due(body);
  }

  @Get(':id')
  @Allow(...ROLES)
  @Summary('Read one calendar')
  @Answers(200, CalendarView, 'The calendar')
  one(@Param('id', { schema: Id }) id: string): Promise<CalendarView> {
    return this.calendars.one(id);
  }

  @Get(':id/versions')
  @Allow(...ROLES)
  @Summary('Read every version of a calendar, who made it and why')
  @Answers(200, listOf(CalendarView), 'Versions, the newest first')
  async versions(@Param('id', { schema: Id }) id: string) {
    return { items: await this.calendars.versions(id) };
  }

  @Post()
  @Allow('manager')
  @Summary('Add a calendar')
  @Answers(201, CalendarView, 'The calendar', ['name-taken'])
  add(@Body({ schema: SaveCalendar }) body: SaveCalendar, @CurrentPerson() by: Responder): Promise<CalendarView> {
    return this.calendars.save(null, body, by);
  }

  @Put(':id')
  @Allow('manager')
  @Summary('Save a new version of a calendar; open cases keep the one they were opened with')
  @Answers(200, CalendarView, 'The calendar as it is now', ['name-taken'])
  save(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveCalendar }) body: SaveCalendar,
    @CurrentPerson() by: Responder,
  ): Promise<CalendarView> {
    return this.calendars.save(id, body, by);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('manager')
  @Summary('Remove a calendar by which nothing is promised')
  @Answers(204, null, 'Removed', ['calendar-in-use'])
  remove(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.calendars.remove(id);
  }
}
