/** What no network should send, sent in the place of its answers and of the words in them: every connector must read on. */
import { expect, it } from '@jest/globals';
import type { Connector } from '../../src/connectors/connector.js';
import { OutboundError, type SafeHttp, type SafeResponse } from '../../src/platform/outbound/safe-http.js';
import { pollOnce, type ContractWorld } from './contract-world.js';
import { idsOf } from './sound-posts.js';
import { ODD_DOCUMENTS, ODD_TEXTS, oddFiles, unstorable } from './odd-input.js';

/** So many posts carry odd words at a time. */
const AT_ONCE = 100;

/** @param current the world of the running test */
export function connectorOddInput(connector: Connector, current: () => ContractWorld): void {
  it('documents and files of every bad kind where posts were expected', async () => {
    const world = current();
    if (world.asksNobody || world.turnMs !== undefined) return; // the lists of a stream are asked in a world without it
    const ids = await world.addPosts(2);
    const answers = [...ODD_DOCUMENTS.map((one) => Buffer.from(one)), ...oddFiles()];
    for (const body of answers) {
      const http: SafeHttp = {
        request: async ({ url, signal }) => {
          if (signal?.aborted) throw new OutboundError('aborted', 'stopped');
          return { status: 200, headers: { 'content-type': 'application/json' }, body, url, movedTo: null };
        },
      };
      const { posts, end } = await pollOnce(connector, { ...world, http }, null);
      expect([unstorable(posts), end?.outcome]).toEqual([[], expect.stringMatching(/^[a-z-]+$/)]);
    }
    expect(idsOf((await pollOnce(connector, world, null)).posts)).toEqual([...ids].sort());
  }, 60_000);

  it('odd words in posts: each is told or refused, and can be stored', async () => {
    const world = current();
    if (world.asksNobody || world.turnMs !== undefined || world.readOnce) return;
    const ids = await world.addPosts(AT_ONCE);
    for (let start = 0; start < ODD_TEXTS.length; start += AT_ONCE) {
      let next = start;
      const odd = () => ODD_TEXTS[next++ % ODD_TEXTS.length] ?? '';
      const http = answering(world.http, ({ body }) => withWords(body, odd));
      const { posts, pages } = await pollOnce(connector, { ...world, http }, null);
      const refused = pages.flatMap((page) => page.refused);
      expect([unstorable(posts), unstorable(refused)]).toEqual([[], []]);
      expect(posts.length + refused.length).toBeGreaterThanOrEqual(ids.length);
    }
  }, 60_000);
}

function answering(http: SafeHttp, body: (answer: SafeResponse) => Buffer): SafeHttp {
  return {
    ...(http.openSocket && { openSocket: http.openSocket.bind(http) }),
    ...(http.openStream && { openStream: http.openStream.bind(http) }),
    request: async (request) => {
      const answer = await http.request(request);
      return { ...answer, body: body(answer) };
    },
  };
}

/** Whatever reads like the words of a person is replaced; names of fields, ids, times and addresses stay. */
function withWords(body: Buffer, odd: () => string): Buffer {
  const text = body.toString('utf8');
  try {
    const changed = JSON.stringify(JSON.parse(text), (_, item: unknown) => (isProse(item) ? odd() : item));
    return Buffer.from(changed);
  } catch {
    return body;
  }
}

function isProse(item: unknown): boolean {
  return typeof item === 'string' && /\p{L} /u.test(item) && !/^\w{3}, /.test(item);
}
