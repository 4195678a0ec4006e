import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PollEnd, PollPage } from '../polls.js';
import { offerReplayFolder, ReplayFileRefused, resolveReplayFile } from './folders.js';
import { pollReplay } from './poll.js';
import { ReplaySettings } from './settings.js';

const start = new Date('2026-11-22T12:00:00Z');
const http = { request: () => Promise.reject(new Error('a replay asks nobody')) };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-replay-'));
  offerReplayFolder('data', folder);
  await writeFile(join(folder, 'three.jsonl'), lines(0, 60, 120).join('\r\n'));
  await writeFile(join(folder, 'many.jsonl'), lines(...Array(1200).keys()).join('\n') + '\n');
  await writeFile(join(folder, 'odd.jsonl'), ['', '{', JSON.stringify({ atSeconds: 0 }), lines(0)[0], ''].join('\n'));
  await writeFile(join(folder, 'empty.jsonl'), '');
  await symlink('/etc/hostname', join(folder, 'link.jsonl'));
});
afterAll(() => rm(folder, { recursive: true }));

function lines(...at: number[]): string[] {
  return at.map((atSeconds, i) =>
    JSON.stringify({
      atSeconds,
      externalId: `p${i}`,
      text: `şikâyet ${i}`,
      author: { handle: 'deniz' },
      network: 'x',
      ...(i === 1 ? { inReplyTo: 'p0' } : {}),
    }),
  );
}

async function play(settings: object, secondsLater: number, cursor: unknown = null, signal = new AbortController().signal) {
  const now = () => new Date(start.getTime() + secondsLater * 1000);
  const run = pollReplay({ settings: ReplaySettings.parse(settings), http, now, signal, cursor, intervalSeconds: 2 });
  const pages: PollPage[] = [];
  for (;;) {
    const step: IteratorResult<PollPage, PollEnd> = await run.next();
    if (step.done)
      return { pages, end: step.value, cursor: pages.at(-1)?.cursor ?? cursor, posts: pages.flatMap((page) => page.posts) };
    pages.push(step.value);
  }
}

describe('playing a file', () => {
  it('gives each post when it is due, at its moved time, once', async () => {
    const first = await play({ file: 'data/three.jsonl' }, 0);
    expect(first.posts.map((p) => p.externalId)).toEqual(['p0']);
    const second = await play({ file: 'data/three.jsonl' }, 119, first.cursor);
    expect(second.posts).toMatchObject([
      { externalId: 'p1', inReplyTo: 'p0', thread: 'x:p0', postedAt: new Date('2026-11-22T12:01:00Z') },
    ]);
    const third = await play({ file: 'data/three.jsonl' }, 120, second.cursor);
    expect(third.posts.map((p) => p.externalId)).toEqual(['p2']);
    const fourth = await play({ file: 'data/three.jsonl' }, 9999, third.cursor);
    expect([fourth.posts, fourth.end.outcome]).toEqual([[], 'empty']);
  });

  it('plays faster by its speed, and all at once at 0', async () => {
    const { cursor } = await play({ file: 'data/three.jsonl', speed: 60 }, 0);
    expect((await play({ file: 'data/three.jsonl', speed: 60 }, 2, cursor)).posts).toHaveLength(2);
    expect((await play({ file: 'data/many.jsonl', speed: 0 }, 0)).posts).toHaveLength(1200);
  });

  it('pages a long file and goes on after any page without gap or duplicate', async () => {
    const { pages, posts } = await play({ file: 'data/many.jsonl', speed: 0 }, 0);
    expect(pages.length).toBeGreaterThan(2);
    for (const [i, page] of pages.entries()) {
      const rest = await play({ file: 'data/many.jsonl', speed: 0 }, 5, page.cursor);
      const all = [...pages.slice(0, i + 1).flatMap((p) => p.posts), ...rest.posts].map((p) => p.externalId);
      expect(all).toEqual(posts.map((p) => p.externalId));
    }
  });

  it('starts over as new posts when it loops', async () => {
    const settings = { file: 'data/three.jsonl', loop: true };
    const first = await play(settings, 0);
    const ended = await play(settings, 130, first.cursor);
    const again = await play(settings, 150, ended.cursor);
    expect(again.posts.map((p) => [p.externalId, p.postedAt])).toEqual([['p0~1', new Date('2026-11-22T12:02:30Z')]]);
    const late = await play(settings, 10_000, again.cursor);
    expect(new Set(late.posts.map((p) => p.externalId)).size).toBe(late.posts.length);
    expect(late.posts.length).toBeGreaterThan(100);
  });

  it('refuses bad lines by their place and plays the others', async () => {
    const { pages, posts } = await play({ file: 'data/odd.jsonl' }, 0);
    expect(posts).toHaveLength(1);
    expect(pages.flatMap((page) => page.refused.map((r) => r.index))).toEqual([1, 2]);
    expect((await play({ file: 'data/empty.jsonl', loop: true }, 0)).end.outcome).toBe('empty');
  });

  it('starts anew when another file is set, and stops on request', async () => {
    const { cursor } = await play({ file: 'data/three.jsonl', speed: 0 }, 0);
    expect((await play({ file: 'data/many.jsonl', speed: 0 }, 0, cursor)).posts).toHaveLength(1200);
    expect((await play({ file: 'data/many.jsonl', speed: 0 }, 0, null, AbortSignal.abort())).end.outcome).toBe('truncated');
  });
});

describe('which files may be played', () => {
  it.each([
    '/etc/passwd',
    'data',
    'data/',
    'data/../three.jsonl',
    'data/a/../../b',
    'etc/passwd',
    '../demo/posts.jsonl',
    'data//etc/passwd',
    'data/\0',
    'data\\x',
    'data/link.jsonl',
    'data/none.jsonl',
  ])('refuses %j', async (file) => {
    expect(() => resolveReplayFile(file)).toThrow(ReplayFileRefused);
    expect((await play({ file }, 0)).end.outcome).toBe('forbidden');
  });
});
