/**
 * The rules of the filtered stream: what a source wants, what X has of it, and the fewest changes that bring the one to the other. Ours
 * are known by their tags; those of other programs of the same app are left alone.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Note } from '#libs/contracts/notes.js';
import { note } from '../explained.js';
import { Unreadable } from './failures.js';
import type { XClient } from './client.js';
import { searched } from './lists.js';
import type { XSettings } from './settings.js';

/** Source: X developer documentation, "Filtered Stream", access levels. */
export const RULE_LIMITS = {
  'pay-per-use': { length: 1024, count: 1000 },
  enterprise: { length: 2048, count: 25_000 },
} as const;
const TAG = 'earshot';
const PATH = 'tweets/search/stream/rules';
/** A full page of rules; more than 25 of them is more than any plan has. */
const MOST_PAGES = 25;

export interface WantedRule {
  value: string;
  tag: string;
}

interface Rule {
  id: string;
  value: string;
  tag?: string | undefined;
}

/** @returns what this source wants to be told of; @param handle of our account, where it is known @param watched rules made from the watches */
export function rulesOf(settings: XSettings, handle: string | null, watched: readonly WantedRule[] = []): WantedRule[] {
  const rules: WantedRule[] = [];
  if (settings.query !== undefined) rules.push({ value: searched(settings.query, settings), tag: `${TAG}: search` });
  if (settings.listenToMentions && handle !== null) {
    const mentions = `@${handle} -from:${handle}`;
    rules.push({ value: settings.reposts ? mentions : `${mentions} -is:retweet`, tag: `${TAG}: mentions` });
  }
  return [...rules, ...watched.filter((one) => !rules.some(({ value }) => value === one.value))];
}

/** @returns a short sign of these rules, to see whether they have changed */
export function digestOf(rules: readonly WantedRule[]): string {
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 16);
}

/**
 * @param dryRun only asks whether X would take them
 * @param leaveOut is told which rules of watches X refuses; they are left out, and the others stand. Without it any refusal counts
 * @returns why X does not take them; null when all of them stand
 * @throws what the client throws
 */
export async function syncRules(
  client: XClient,
  wanted: readonly WantedRule[],
  access: XSettings['access'],
  { dryRun = false, leaveOut }: { dryRun?: boolean; leaveOut?: (problem: Note) => void } = {},
): Promise<Note | null> {
  const limit = RULE_LIMITS[access];
  const long = wanted.find(({ value }) => value.length > limit.length);
  if (long) return note('x-rule-long', { length: long.value.length, most: limit.length });
  const there = await listRules(client);
  let add = wanted.filter(({ value }) => !there.some((rule) => rule.value === value));
  const stale = there.filter((rule) => isOurs(rule) && !wanted.some(({ value }) => value === rule.value));
  const after = there.length - stale.length + add.length;
  if (after > limit.count) return note('x-rules-full', { most: limit.count, count: after });
  // Tried before anything is taken away: what stands goes on standing until its successor does.
  const tried = add.length === 0 ? SOUND : await tryRules(client, add);
  const isSpared = (rule: WantedRule) => tried.values.includes(rule.value) && rule.tag.startsWith(`${TAG}: watch `);
  const spared = leaveOut === undefined ? [] : add.filter(isSpared);
  const problem = spared.length === tried.values.length && spared.length > 0 ? null : tried.problem;
  if (problem !== null || dryRun) return problem;
  if (tried.problem !== null) leaveOut?.(tried.problem);
  add = add.filter((rule) => !spared.includes(rule));
  const isFull = there.length + add.length > limit.count;
  if (isFull) await drop(client, stale);
  const refused = add.length === 0 ? null : refusalIn(await client.postAsApp(PATH, { add })).problem;
  if (refused === null && !isFull) await drop(client, stale);
  return refused;
}

/** Takes all rules of ours away: nothing is delivered, and nothing is paid for, that nobody listens to. */
async function drop(client: XClient, rules: readonly Rule[]): Promise<void> {
  if (rules.length > 0) await client.postAsApp(PATH, { delete: { ids: rules.map((rule) => rule.id) } });
}

async function tryRules(client: XClient, add: readonly WantedRule[]): Promise<Refusal> {
  return refusalIn(await client.postAsApp(`${PATH}?dry_run=true`, { add }));
}

function isOurs({ tag }: Rule): boolean {
  return tag !== undefined && tag.startsWith(`${TAG}: `);
}

const Listed = z.object({
  data: z.array(z.object({ id: z.string(), value: z.string(), tag: z.string().optional() })).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
});

async function listRules(client: XClient): Promise<Rule[]> {
  const rules: Rule[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read = Listed.safeParse((await client.readAsApp(PATH, { pagination_token: token })).data);
    if (!read.success) throw new Unreadable('X did not answer with the rules of its stream');
    rules.push(...(read.data.data ?? []));
    token = read.data.meta?.next_token;
    if (token === undefined) return rules;
  }
  return rules;
}

const Problems = z.object({
  errors: z
    .array(
      z.object({
        title: z.string().nullish(),
        detail: z.string().nullish(),
        details: z.array(z.string()).nullish(),
        value: z.string().nullish(),
      }),
    )
    .optional(),
});

interface Refusal {
  /** Null: all of them stand. */
  problem: Note | null;
  /** The rules that are refused. */
  values: string[];
}
const SOUND: Refusal = { problem: null, values: [] };

/** X takes the good rules and says of the others what is wrong with them. */
function refusalIn({ data }: { data: unknown }): Refusal {
  const read = Problems.safeParse(data);
  if (!read.success) throw new Unreadable('X did not say what became of the rules of its stream');
  const told = (read.data.errors ?? []).map(({ title, detail, details, value }) => ({
    words: details?.join(', ') ?? detail ?? title ?? '',
    value: value ?? '',
  }));
  const wrong = told.filter(({ words }) => !/duplicate/i.test(words));
  if (wrong.length === 0) return SOUND;
  const words = [...new Set(wrong.map((one) => one.words))].join('; ').slice(0, 300);
  return { problem: note('x-rule-refused', undefined, words), values: wrong.map(({ value }) => value) };
}
