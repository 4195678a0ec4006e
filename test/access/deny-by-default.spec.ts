/** A door that nobody marked stays shut, a bug behind a door leaks nothing, and a mark on the method goes before one on the controller. */
import { Controller, Get } from '@nestjs/common';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Allow, CurrentPerson, Public } from '../../src/platform/access/allow.js';
import type { Responder } from '../../src/platform/access/responder.js';
import { addDeskPeople, type DeskPeople } from '../support/desk-people.js';
import { openDoors, type TestDoors } from '../support/doors.js';

@Controller('api/v1/odd')
class OddController {
  @Get('unmarked')
  unmarked() {
    return 'secret';
  }

  @Get('broken')
  @Public()
  broken() {
    throw new TypeError('the secret is 42');
  }

  @Get('public-but-personal')
  @Public()
  personal(@CurrentPerson() by: Responder) {
    return by;
  }
}

@Controller('api/v1/marked')
@Allow('administrator')
class MarkedController {
  @Get('as-a-whole')
  whole() {
    return {};
  }

  @Get('by-itself')
  @Allow('viewer')
  itself(@CurrentPerson() { name, roles, teamIds, via }: Responder) {
    return { name, roles, teamIds, via };
  }
}

let doors: TestDoors;
let people: DeskPeople;
beforeAll(async () => {
  doors = await openDoors([], { controllers: [OddController, MarkedController] });
  people = await addDeskPeople(doors);
}, 60_000);
afterAll(() => doors.close());

it('lets nobody through a door without a mark, whatever their role', async () => {
  expect((await people.as.nobody.get('/odd/unmarked')).status).toBe(401);
  for (const role of ['viewer', 'responder', 'manager', 'administrator'] as const) {
    const answer = await people.as[role].get('/odd/unmarked');
    expect(answer.body).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  }
});

it('tells nothing of a bug but a reference', async () => {
  for (const path of ['/odd/broken', '/odd/public-but-personal']) {
    const answer = await people.as.administrator.get(path);
    expect(answer.body).toMatchObject({ status: 500, code: 'internal' });
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|TypeError|Allow/);
  }
});

it('reads the mark of the method before that of the controller, and hands over who asks', async () => {
  expect((await people.as.administrator.get('/marked/as-a-whole')).status).toBe(200);
  expect((await people.as.viewer.get('/marked/as-a-whole')).status).toBe(403);
  expect((await people.as.administrator.get('/marked/by-itself')).status).toBe(403);
  expect((await people.as.viewer.get('/marked/by-itself')).body).toEqual({
    name: 'viewer',
    roles: ['viewer'],
    teamIds: [people.teamId],
    via: 'token',
  });
});
