/** Responders who work at once: each takes one case after the other from claim to resolve, as the page would, and reads the whole answer. */
import { Agent, request } from 'undici';

export const VERBS = ['claim', 'reply', 'resolve'] as const;
export type Times = Record<(typeof VERBS)[number], number[]>;

const BODIES = {
  claim: {},
  reply: { text: 'We are sorry, and look into it at once.', delivery: 'by-hand' },
  resolve: { outcome: 'solved' },
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
  const agent = new Agent({ connections: cookies.length, pipelining: 1 });
  const times: Times = { claim: [], reply: [], resolve: [] };
  const started = performance.now();
  const ends = started + seconds * 1000;
  const one = async (cookie: string, n: number) => {
    while (performance.now() < ends) {
      const id = open.pop();
      if (id === undefined) throw new Error('no case is left: seed more of them');
      for (const verb of VERBS) times[verb].push(await act(`${urls[n % urls.length]}/api/v1/cases/${id}/${verb}`, BODIES[verb], cookie, agent));
    }
  };
  await Promise.all(cookies.map(one));
  await agent.close();
  return { times, seconds: (performance.now() - started) / 1000 };
} // prettier-ignore

async function act(at: string, body: object, cookie: string, dispatcher: Agent): Promise<number> {
  const sent = performance.now();
  const answer = await request(at, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    dispatcher,
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200) throw new Error(`${at} answered ${answer.statusCode}: ${text.slice(0, 300)}`);
  return performance.now() - sent;
}
