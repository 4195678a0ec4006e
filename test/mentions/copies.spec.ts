/** Copies of a post, through the doors on a real database. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CopiesView } from '../../libs/contracts/http/mentions.js';
import { fingerprint } from '../../libs/scoring/fingerprint.js';
import { MentionsModule } from '../../src/mentions/mentions.module.js';
import { BackgroundModule } from '../support/background.js';
import { addDeskPeople, type DeskPeople } from '../support/desk-people.js';
import { openDoors, type TestDoors } from '../support/doors.js';
import { addMentions, addOrigin } from '../support/heard.js';

const CAMPAIGN =
  'acme charges twice for roaming and nobody at the service line answers, please share this with everyone you know';

let doors: TestDoors;
let people: DeskPeople;

beforeAll(async () => {
  doors = await openDoors([BackgroundModule, MentionsModule]);
  people = await addDeskPeople(doors);
}, 60_000);
afterAll(() => doors.close());

it('finds reposts and slightly changed copies of one’s own teams, and nothing else', async () => {
  const origin = await addOrigin(doors.db);
  const texts = [CAMPAIGN, `RT @eva ${CAMPAIGN}`, `${CAMPAIGN} https://example.org/1`, 'acme opens a new shop in the old town'];
  const ours = texts.map((text) => ({ text, teamIds: [people.teamId] }));
  const ids = await addMentions(doors.db, origin, [...ours, { text: CAMPAIGN, teamIds: [people.otherTeamId] }]);
  const rows = await doors.db.query<{ id: string; text: string }>('select id, text from mention');
  for (const row of rows)
    await doors.db.query('update mention set fingerprint = $2 where id = $1', [row.id, fingerprint(row.text)]);
  const copies = async (id: string | undefined, by = people.as.viewer) => (await by.get(`/mentions/${id}/copies`)).body;
  const found = CopiesView.parse(await copies(ids[0]));
  expect(found).toMatchObject({ looked: 3, count: 2, reposts: 0, reach: 36 });
  expect(found.items.map((item) => item.id)).toEqual([ids[2], ids[1]]);
  expect(CopiesView.parse(await copies(ids[3]))).toMatchObject({ count: 0, items: [] });
  expect(await copies(ids[0], people.as.other)).toMatchObject({ code: 'not-found' });
  await doors.db.query('update mention set fingerprint = null where id = $1', [ids[0]]);
  expect(await copies(ids[0])).toMatchObject({ looked: 0, count: 0 });
});
