/** People answer on many networks at once, through whichever desk is alive, pressing again with the same key when an answer is lost; and what came of it. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { Client } from '../support/desk.js';
import type { DeskProcess } from '../support/desk-process.js';
import { NETWORKS, type StagedNetwork } from './networks.js';
import { sleep } from './soak-desk.js';

const AT_ONCE = 4;
/** Stands in every answer, so that it is known where and for which case it was meant. */
const MARK = /\[(\d+)\]/;

export async function stage(names: readonly string[]): Promise<StagedNetwork[]> {
  return (await Promise.all(names.map((name) => NETWORKS[name]?.() ?? Promise.reject(new Error(`no network ${name}`))))).flat();
}

/** Adds a source for each, asked `every` so many seconds; waits until X has said who we are, for only then is a post known to mention us. @returns the doors of networks that call */
export async function listen(admin: Client, networks: readonly StagedNetwork[], every: number): Promise<Map<string, string>> {
  const doors = new Map<string, string>();
  for (const source of new Set(networks.map((one) => one.source))) {
    const intervalSeconds = source.kind === 'webhook' ? undefined : every;
    const { id } = await admin.must('POST', '/sources', { ...source, name: source.kind, intervalSeconds });
    doors.set(source.kind, `/api/v1/sources/${id}/posts`);
    for (let known = source.kind !== 'x'; !known; await sleep(200))
      known = (await admin.must('GET', `/sources/${id}`)).account?.handle === 'AnadoluHat';
  }
  return doors;
}

/** @param desk anyone that lives @param over it is broken off */
export async function complain(
  networks: readonly StagedNetwork[],
  doors: Map<string, string>,
  each: number,
  desk: Desks,
  over: () => boolean,
): Promise<void> {
  for (let n = 0; n < each && !over(); n += 1) {
    for (const { source, complain: say } of networks)
      await say(n, (body, headers) =>
        desk.insist((at) =>
          at.call('POST', doors.get(source.kind) ?? '', body, { 'content-type': 'application/json', ...headers }),
        ),
      );
  }
}

/** Desks that come and go. */
export class Desks {
  constructor(
    private readonly all: readonly (DeskProcess | null)[],
    private readonly headers: Record<string, string>,
  ) {}

  /** Asks one desk after the other until one answers; what was done by one whose answer was lost must be safe to ask for again. */
  async insist(ask: (at: Client) => Promise<{ status: number; body: unknown }>): Promise<void> {
    for (let n = 0; ; n += 1) {
      const desk = this.all[n % this.all.length];
      const answer = desk ? await ask(new Client(desk.url, this.headers)).catch(() => null) : null;
      if (answer !== null && answer.status < 300) return;
      if (answer !== null && answer.status < 500) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      await sleep(50);
    }
  }
}

/** Answers every case of the networks as it opens. @returns when `due` are answered, or it is over */
export async function answerAll(
  db: pg.Pool,
  desks: Desks,
  networks: readonly StagedNetwork[],
  due: number,
  over: () => boolean,
): Promise<void> {
  const seen = new Set<string>();
  const names = networks.map(({ name }) => name);
  for (; seen.size < due && !over(); await sleep(100)) {
    const { rows } = await db.query<{ id: string }>(
      `select distinct c.id from desk_case c join mention m on m.case_id = c.id where m.network = any($1) and m.text like '%contract%'
         and not exists (select from reply where case_id = c.id)`,
      [names],
    );
    const fresh = rows.filter(({ id }) => !seen.has(id));
    const answerSome = async (): Promise<void> => {
      for (let next = fresh.pop(); next; next = fresh.pop()) {
        const { id } = next;
        const body = { text: `[${id}] Dear Deniz, we are sorry and look into it now.`, key: randomUUID() };
        await desks.insist((at) => at.post(`/cases/${id}/reply`, body));
        seen.add(id);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, answerSome));
  }
}

/** What became of one network's answers. */
export interface NetworkEnd {
  network: string;
  due: number;
  sent: number;
  parked: number;
  refused: number;
  open: number;
  /** Standing there more than once. */
  twice: number;
  /** Written down as sent, and not there. */
  lost: number;
  /** There, and neither written down as sent nor parked for a person. */
  unknown: number;
  tries: number;
  looks: number;
  /** Calls whose answer never came: the connection was cut before or after the effect. */
  cuts: number;
  /** Calls in the midst of which their process was killed. */
  killed: number;
  why: string[];
}

interface Row {
  network: string;
  caseId: string;
  state: string;
  problem: string | null;
  tries: number;
  looks: number;
  cuts: number;
  killed: number;
}

export async function endsOfNetworks(db: pg.Pool, networks: readonly StagedNetwork[]): Promise<NetworkEnd[]> {
  const { rows } = await db.query<Row>(
    `select m.network, r.case_id as "caseId", r.state, r.problem, count(t.*) filter (where t.action = 'send')::int as tries,
       count(t.*) filter (where t.action = 'look')::int as looks,
       count(t.*) filter (where t.outcome = 'unknown')::int as cuts, count(t.*) filter (where t.ended_at is null)::int as killed
     from reply r join mention m on m.id = r.mention_id left join reply_attempt t on t.reply_id = r.id where r.kind = 'reply' group by m.network, r.id`,
  );
  return networks.map((network) => endOf(network, rows.filter((row) => row.network === network.name))); // prettier-ignore
}

function endOf({ name, standing }: StagedNetwork, rows: Row[]): NetworkEnd {
  const there = new Map<string, number>();
  for (const text of standing()) {
    const id = MARK.exec(text)?.[1] ?? text;
    there.set(id, (there.get(id) ?? 0) + 1);
  }
  const of = (...states: string[]) => rows.filter(({ state }) => states.includes(state));
  const sent = new Set(of('sent').map(({ caseId }) => caseId));
  const known = new Set(of('sent', 'parked').map(({ caseId }) => caseId));
  const sum = (part: 'tries' | 'looks' | 'cuts' | 'killed') => rows.reduce((all, row) => all + row[part], 0);
  return {
    network: name,
    due: rows.length,
    sent: sent.size,
    parked: of('parked').length,
    refused: of('refused', 'cancelled', 'by-hand').length,
    open: of('waiting', 'sending', 'unknown', 'awaiting').length,
    twice: [...there.values()].filter((times) => times > 1).length,
    lost: [...sent].filter((id) => !there.has(id)).length,
    unknown: [...there.keys()].filter((id) => !known.has(id)).length,
    tries: sum('tries'),
    looks: sum('looks'),
    cuts: sum('cuts'),
    killed: sum('killed'),
    why: [...new Set(of('parked', 'refused', 'cancelled').map(({ problem }) => problem ?? 'no reason'))],
  };
}

/** @returns the ends as a table in Markdown, and under it why replies were parked */
export function tableOf(ends: readonly NetworkEnd[]): string {
  const columns = ['network', 'due', 'sent', 'parked', 'refused', 'open', 'twice', 'lost', 'unknown', 'tries', 'looks', 'cuts', 'killed'] as const; // prettier-ignore
  const lines = ends.map((end) => `| ${columns.map((column) => end[column]).join(' | ')} |`);
  const why = ends.flatMap(({ network, why: reasons }) => reasons.map((reason) => `- ${network}: ${reason}`));
  return [`| ${columns.join(' | ')} |`, `|${columns.map(() => '---').join('|')}|`, ...lines, ...why].join('\n');
}
