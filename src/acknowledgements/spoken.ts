/** What machines have said so far, as far as limits and the choice of words depend on it; grows while a batch is worked through. */
import type { RuleLimits } from '#libs/contracts/http/acknowledgement-rules.js';
import type { SentCounts } from '#libs/acknowledgement/limits.js';
import type { Tx } from '../database/database.js';
import type { CaseContext } from './case-contexts.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const FIVE_MINUTES_MS = 300_000;
/** The longest window of a limit per author, and how long wordings to one author are remembered. */
const LONGEST_DAYS = 90;

interface Said {
  authorId: string;
  wording: string;
  at: Date;
}

export class Spoken {
  private readonly toAuthors = new Map<string, Said[]>();
  private readonly inTeams = new Map<string, { network: string; at: Date }[]>();
  private readonly byAccounts = new Map<string, Date[]>();
  private readonly last = new Map<string, string>();
  /** Messages so far, to spread the choice of wordings. */
  turn = 0;

  /**
   * @param shadow what shadow rules would have said counts for shadow rules only
   * @param of the cases of the batch
   */
  static async read(tx: Tx, shadow: boolean, of: readonly CaseContext[], now: Date): Promise<Spoken> {
    const spoken = new Spoken();
    const outcome = shadow ? 'would-send' : 'queued';
    const toAuthors = await tx.query<Said>(
      `select author_id as "authorId", wording, decided_at as at from acknowledgement_decision
       where author_id = any($1::bigint[]) and outcome = $2 and wording is not null and decided_at > $3`,
      [[...new Set(of.map(({ authorId }) => authorId))], outcome, new Date(now.getTime() - LONGEST_DAYS * DAY_MS)],
    );
    const inTeams = await tx.query<{ teamId: string; network: string; at: Date }>(
      `select team_id as "teamId", network, decided_at as at from acknowledgement_decision
       where team_id = any($1::bigint[]) and shadow = $2 and outcome = $3 and outcome in ('queued', 'would-send') and decided_at > $4`,
      [[...new Set(of.map(({ teamId }) => teamId))], shadow, outcome, new Date(now.getTime() - HOUR_MS)],
    );
    const last = await tx.query<{ sourceId: string; lang: string; wording: string }>(
      `select s.id as "sourceId", l.lang, d.wording from source s cross join unnest($2::text[]) as l(lang)
       cross join lateral (select wording from acknowledgement_decision
         where source_id = s.id and lang = l.lang and outcome = 'queued' order by decided_at desc, id desc limit 1) d
       where s.id = any($1::bigint[])`,
      [[...new Set(of.map(({ sourceId }) => sourceId))], [...new Set(of.map(({ language }) => language))]],
    );
    const limited = new Set(of.filter(({ facts }) => facts.limits.perHour !== null).map(({ sourceId }) => sourceId));
    if (limited.size > 0) await spoken.readAccounts(tx, [...limited], shadow, now);
    for (const said of toAuthors) spoken.keepAuthor(said);
    for (const { teamId, ...one } of inTeams) spoken.keepTeam(teamId, one);
    for (const { sourceId, lang, wording } of last) spoken.last.set(`${sourceId} ${lang}`, wording);
    spoken.turn = inTeams.length;
    return spoken;
  }

  private async readAccounts(tx: Tx, sourceIds: string[], shadow: boolean, now: Date): Promise<void> {
    const rows = await tx.query<{ sourceId: string; at: Date }>(
      `select source_id as "sourceId", decided_at as at from acknowledgement_decision
       where source_id = any($1::bigint[]) and outcome = '${shadow ? 'would-send' : 'queued'}' and decided_at > $2`,
      [sourceIds, new Date(now.getTime() - HOUR_MS)],
    );
    for (const { sourceId, at } of rows) this.keepAccount(sourceId, at);
  }

  counts(of: CaseContext, limits: RuleLimits, now: Date): SentCounts {
    const since = (ms: number) => (one: { at: Date }) => one.at.getTime() > now.getTime() - ms;
    const team = this.inTeams.get(of.teamId) ?? [];
    const hour = team.filter(since(HOUR_MS));
    return {
      author: (this.toAuthors.get(of.authorId) ?? []).filter(since(limits.authorDays * DAY_MS)).length,
      hour: hour.length,
      networkHour: hour.filter(({ network }) => network === of.network).length,
      fiveMinutes: team.filter(since(FIVE_MINUTES_MS)).length,
      accountHour: (this.byAccounts.get(of.sourceId) ?? []).filter((at) => since(HOUR_MS)({ at })).length,
    };
  }

  wordingsTo(of: CaseContext): string[] {
    return (this.toAuthors.get(of.authorId) ?? []).map(({ wording }) => wording);
  }

  lastWording(of: CaseContext): string | null {
    return this.last.get(`${of.sourceId} ${of.language}`) ?? null;
  }

  /** One more was said. */
  say(of: CaseContext, wording: string, now: Date): void {
    this.keepAuthor({ authorId: of.authorId, wording, at: now });
    this.keepTeam(of.teamId, { network: of.network, at: now });
    this.keepAccount(of.sourceId, now);
    this.last.set(`${of.sourceId} ${of.language}`, wording);
    this.turn += 1;
  }

  private keepAccount(sourceId: string, at: Date): void {
    this.byAccounts.set(sourceId, [...(this.byAccounts.get(sourceId) ?? []), at]);
  }

  private keepAuthor(said: Said): void {
    this.toAuthors.set(said.authorId, [...(this.toAuthors.get(said.authorId) ?? []), said]);
  }

  private keepTeam(teamId: string, one: { network: string; at: Date }): void {
    const kept = this.inTeams.get(teamId) ?? [];
    kept.push(one);
    this.inTeams.set(teamId, kept);
  }
}
