/** Reviews of an app in Apple's App Store, country by country. They are read only: answering needs the developer's own console. */
import { askJson, fit, pollEndOf } from '../ask-json.js';
import { defineConnector, type TestResult } from '../connector.js';
import type { ConnectorContext } from '../connector-context.js';
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { worstEnd } from '../worst-end.js';
import { fails, note, STOPPED, works } from '../explained.js';
import { ReviewPage } from './answers.js';
import { startingPoint } from './cursor.js';
import { readPost } from './normalise.js';
import { readCountry, type CountryWork } from './read-country.js';
import { AppStoreSettings } from './settings.js';

const NETWORK = 'App Store';
const BASE = 'https://itunes.apple.com';
const SAMPLES = 3;

type Context = ConnectorContext<AppStoreSettings>;

export const appStoreConnector = defineConnector<AppStoreSettings>({
  kind: 'appstore',
  capabilities: {
    listens: ['reviews'],
    tells: ['edits'],
    reachesBack: 'the newest 500 reviews of each country',
    testedAgainst: 'a stateful local server with the shape of captured answers',
  },
  settings: AppStoreSettings,
  defaultIntervalSeconds: 900,
  poll,
  test,
});

async function* poll(context: PollContext<AppStoreSettings>): AsyncGenerator<PollPage, PollEnd> {
  const { settings, now, signal } = context;
  const cursor = startingPoint(context);
  const ends: PollEnd[] = [];
  let heard = 0;
  for (const country of new Set(settings.countries)) {
    const work: CountryWork = {
      store: { appId: settings.appId, country },
      shelf: cursor.shelves[country] ?? null,
      ask: (page) => reviews(context, country, page),
      now,
      lookBackMs: settings.lookBackDays * 86_400_000,
      snapshot: (shelf) => {
        cursor.shelves[country] = shelf;
        return structuredClone(cursor);
      },
      heard: (count) => (heard += count),
    };
    ends.push(yield* guarded(readCountry(work), context));
    // The stores are one service: when it throttles one country, it throttles all.
    if (signal.aborted || ends.at(-1)?.outcome === 'throttled') break;
  }
  return signal.aborted ? STOPPED : worstEnd(ends, heard);
}

async function* guarded(run: AsyncGenerator<PollPage, PollEnd>, { now }: Context): AsyncGenerator<PollPage, PollEnd> {
  try {
    return yield* run;
  } catch (error) {
    return pollEndOf(error, NETWORK, now());
  }
}

async function reviews({ settings, http, signal }: Context, country: string, page: number): Promise<unknown[]> {
  const path = `/${country}/rss/customerreviews/page=${page}/id=${settings.appId}/sortby=mostrecent/json`;
  const { data } = await askJson(http, { url: (settings.baseUrl ?? BASE).replace(/\/+$/, '') + path, signal, maxRedirects: 2 });
  return fit(ReviewPage, data, 'a page of reviews');
}

async function test(context: Context): Promise<TestResult> {
  const { settings, now } = context;
  const notes = [note('reviews-work')];
  const samples: TestResult['samples'] = [];
  for (const country of new Set(settings.countries)) {
    try {
      const entries = await reviews(context, country, 1);
      const { length: count } = entries;
      notes.push(count === 0 ? note('reviews-none', { country }) : note('reviews-count', { country, count }));
      const read = entries.map((entry, index) => readPost(entry, index, { appId: settings.appId, country }, now()));
      samples.push(...read.flatMap((one) => ('post' in one ? [one.post] : [])).slice(0, SAMPLES));
    } catch (error) {
      return fails(pollEndOf(error, NETWORK, now()), note('concerning', { what: country }));
    }
  }
  return works(notes, samples.slice(0, SAMPLES));
}
