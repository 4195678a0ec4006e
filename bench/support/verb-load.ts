/** Responders who work at once: each takes one case after the other from claim to resolve, as the page would, and reads the whole answer. */
import { LeanClient } from './lean-client.ts';

export const VERBS = ['claim', 'reply', 'resolve'] as const;
export type Times = Record<(typeof VERBS)[number], number[]>;

const BODIES = {
  claim: JSON.stringify({}),
  reply: JSON.stringify({ text: 'We are sorry, and look into it at once.', delivery: 'by-hand' }),
  resolve: JSON.stringify({ outcome: 'solved' }),
};

export interface Load {
  /** Where they work; several desks on one database are taken in turn. */
  urls: readonly string[];
  /** One responder for each. */
  cookies: readonly string[];
  /** Cases that are open; taken from the end. */
  open: string[];
  seconds: number;
}

/** @returns how long each request took, in milliseconds, and how long all of it, in seconds */
export async function work({ urls, cookies, open, seconds }: Load): Promise<{ times: Times; seconds: number }> {
  const times: Times = { claim: [], reply: [], resolve: [] };
  const clients = await Promise.all(cookies.map((cookie, n) => LeanClient.open(urls[n % urls.length] ?? '', cookie)));
  const started = performance.now();
  const ends = started + seconds * 1000;
  const one = async (client: LeanClient) => {
    while (performance.now() < ends) {
      const id = open.pop();
      if (id === undefined) throw new Error('no case is left: seed more of them');
      for (const verb of VERBS) {
        const sent = performance.now();
        await client.post(`/api/v1/cases/${id}/${verb}`, BODIES[verb]);
        times[verb].push(performance.now() - sent);
      }
    }
  };
  await Promise.all(clients.map(one));
  for (const client of clients) client.close();
  return { times, seconds: (performance.now() - started) / 1000 };
}
