/** Walks every registered route and live event as everybody there is, against the one table in matrix.ts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { LIVE_AUDIENCE } from '#libs/contracts/live-events.js';
import type { NewTokenView } from '#libs/contracts/views/people.js';
import { ROLES, type Role } from '#libs/contracts/words.js';
import { listRoutes, type Route } from '../../src/platform/openapi/routes.js';
import { Client, startDesk, type Answer, type Desk } from '../support/desk.js';
import { LIVE, ROUTES } from './matrix.js';

/** No row has this id: whoever is let in learns only that there is no such thing. */
const NO_SUCH_ID = '999999999999';

/** Ways of being nobody. */
const NOBODIES: Record<string, string>[] = [
  {},
  { authorization: 'Bearer esh_nonsense' },
  { cookie: `earshot.sid=${'x'.repeat(43)}` },
];

interface Who {
  name: string;
  roles: Role[];
  caller: Client;
}

let desk: Desk;
let routes: Route[];
let everybody: Who[];

beforeAll(async () => {
  desk = await startDesk();
  routes = listRoutes(desk.app.get(DiscoveryService), desk.app.get(MetadataScanner));
  everybody = await callers();
}, 120_000);
afterAll(() => desk.stop());

/** Each role alone, by session; and each role alone by a token of somebody who has more. */
async function callers(): Promise<Who[]> {
  const all: Who[] = [];
  for (const role of ROLES) {
    all.push({ name: role, roles: [role], caller: await desk.person([role]) });
    const { token } = await desk.admin.must<NewTokenView>('POST', '/tokens', { name: role, roles: [role] });
    all.push({
      name: `a token with only ${role}`,
      roles: [role],
      caller: new Client(desk.url, { authorization: `Bearer ${token}` }),
    });
  }
  return all;
}

const nameOf = (route: Route) => `${route.method} ${route.path}`;

/** A body that fits nothing and an id of nothing: being let in changes nothing. */
function tryDoor(route: Route, caller: Client): Promise<Answer<{ code?: string } | string>> {
  const path = route.path.replace(/:\w+/g, NO_SUCH_ID);
  return caller.call(route.method, path, route.method === 'GET' || route.method === 'DELETE' ? undefined : {});
}

const codeOf = ({ body }: Answer<{ code?: string } | string>) => (typeof body === 'string' ? undefined : body.code);

describe('routes', () => {
  it('are all in the table, and the table names no other', () => {
    expect(routes.map(nameOf).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('are marked as the table says', () => {
    const sorted = (access: Route['access']) => (Array.isArray(access) ? [...access].sort() : access);
    const marked = Object.fromEntries(routes.map((route) => [nameOf(route), sorted(route.access)]));
    expect(marked).toEqual(Object.fromEntries(Object.entries(ROUTES).map(([name, access]) => [name, sorted(access)])));
  });

  it('let in nobody who has not signed in, the public ones excepted', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      for (const headers of NOBODIES) {
        const answer = await tryDoor(route, new Client(desk.url, headers));
        const shut = answer.status === 401 && codeOf(answer) === 'sign-in-required';
        if (shut === (ROUTES[nameOf(route)] === 'public')) wrong.push(`${nameOf(route)} answered ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('let in exactly the roles of the table, by session and by token', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const access = ROUTES[nameOf(route)] ?? [];
      if (access === 'public') continue;
      for (const who of everybody) {
        const answer = await tryDoor(route, who.caller);
        const { status } = answer;
        const may = who.roles.some((role) => access.includes(role));
        const letIn = status !== 401 && status !== 403;
        if (letIn !== may || (!may && codeOf(answer) !== 'not-allowed') || status >= 500)
          wrong.push(`${who.name}: ${nameOf(route)} answered ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('take nothing from another site, whoever is signed in', async () => {
    const wrong: string[] = [];
    const administrator = everybody.find((who) => who.name === 'administrator');
    const evil = new Client(desk.url, { ...administrator?.caller.headers, origin: 'https://evil.example' });
    for (const route of routes.filter((r) => r.method !== 'GET')) {
      const answer = await tryDoor(route, evil);
      if (answer.status !== 403 || codeOf(answer) !== 'cross-site') wrong.push(`${nameOf(route)} answered ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe('live events', () => {
  it('are for whom the table says', () => {
    const sorted = (audience: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(Object.entries(audience).map(([name, roles]) => [name, [...roles].sort()]));
    expect(sorted(LIVE_AUDIENCE)).toEqual(sorted(LIVE));
  });
});
