/** People of the desk. */
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { AddPerson as AddPersonBody, ChangePerson as ChangePersonBody } from '#libs/contracts/http/people.js';
import { Id, PageQuery, pageOf, type Page } from '#libs/contracts/values.js';
import { PersonView } from '#libs/contracts/views/people.js';
import { Allow } from '../platform/access/allow.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AddPerson } from './add-person.js';
import { ChangePerson } from './change-person.js';
import { PeopleQuery } from './people.query.js';

@Controller('api/v1/people')
@Tag('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleQuery,
    private readonly addPerson: AddPerson,
    private readonly changePerson: ChangePerson,
  ) {}

  @Get()
  @Allow('administrator', 'manager')
  @Summary('List people by name')
  @Answers(200, pageOf(PersonView), 'A page of people', ['invalid-cursor'])
  list(@Query({ schema: PageQuery }) query: PageQuery): Promise<Page<PersonView>> {
    return this.people.list(query);
  }

  @Get(':id')
  @Allow('administrator', 'manager')
  @Summary('Read one person')
  @Answers(200, PersonView, 'The person')
  read(@Param('id', { schema: Id }) id: string): Promise<PersonView> {
    return this.people.one(id);
  }

  @Post()
  @Allow('administrator')
  @Summary('Add a person')
  @Answers(201, PersonView, 'The new person', ['email-taken'])
  add(@Body({ schema: AddPersonBody }) body: AddPersonBody): Promise<PersonView> {
    return this.addPerson.run(body);
  }

  @Patch(':id')
  @Allow('administrator')
  @Summary('Change a person; ends their sessions when roles, password or the right to sign in changed')
  @Answers(200, PersonView, 'The person as changed', ['last-administrator'])
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChangePersonBody }) body: ChangePersonBody,
  ): Promise<PersonView> {
    return this.changePerson.run(id, body);
  }
}
