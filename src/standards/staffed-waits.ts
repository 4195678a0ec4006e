/** The waits of replayed cases, kept small, and what would have become of them with other people there. */
import type { Staffed, Staffing } from '#libs/contracts/http/what-if.js';
import { GrowingColumn } from '#libs/foresight/growing-column.js';
import { presenceOf } from '#libs/foresight/presence.js';
import { NEVER, playQueue, quantileOf } from '#libs/foresight/staffing.js';
import { calendarOf, clockTimes, type ClockPromise } from '#libs/sla/clock-promise.js';
import { nothingCounted } from '#libs/sla/count-verdicts.js';
import { asksOf, waitsOf, type CaseFact, type Wait } from '#libs/sla/facts.js';
import type { ReplayPlan } from './plan-replay.js';

/** Who held a case longer did other things meanwhile; such answers are taken to have lasted as long as the others. */
const LONGEST_HANDLING_SECONDS = 7200;
/** When nothing is known of how long answers take. */
const USUAL_HANDLING_SECONDS = 600;
/** Of a clock that does not run for this wait. */
const NONE = -1;

const COLUMNS = ['postedAt', 'knownAt', 'dueAt', 'clockDue', 'clockLimit', 'signAt', 'handling', 'caseNo'] as const;
type Columns = Record<(typeof COLUMNS)[number], GrowingColumn>;

export class StaffedWaits {
  private readonly columns: Columns;
  /** Seconds from the post to the answer, as it was. */
  private readonly responses: GrowingColumn;
  private cases = 0;

  constructor(private readonly staffing: Staffing, private readonly plan: ReplayPlan) {
    const column = () => new GrowingColumn(Math.ceil(plan.cases * 1.25));
    this.columns = Object.fromEntries(COLUMNS.map((name) => [name, column()])) as Columns;
    this.responses = column();
  } // prettier-ignore

  /** Adds a case. @param would the promises by which its place in the queue would follow */
  add(facts: readonly CaseFact[], would: readonly ClockPromise[]): void {
    const known = facts.filter((f) => f.knownAt <= this.plan.now);
    const asks = asksOf(known);
    const waits = waitsOf(asks, known);
    this.cases++;
    for (const { ask, end } of waits) if (end?.kind === 'answered') this.responses.push(Math.round((end.at - ask.at) / 1000));
    const sign = known.find((f) => f.automatic && (f.kind === 'acknowledged' || f.kind === 'answered'));
    asks.forEach((ask, i) => {
      const wait = waits.findLast((w) => w.ask.knownAt <= ask.knownAt);
      if (wait?.end?.kind !== 'withdrawn') this.addAsk(ask, i === 0, would, sign, handlingOf(wait, known));
    });
  }

  private addAsk(ask: CaseFact, first: boolean, would: readonly ClockPromise[], sign: CaseFact | undefined, handling: number): void {
    const { columns } = this;
    let [due, clockDue, clockLimit, signAt] = [NEVER, NONE, NONE, NEVER];
    for (const promise of would) {
      const acknowledges = promise.clock === 'acknowledge';
      if (acknowledges && !first) continue;
      const times = clockTimes(promise, calendarOf(promise, ask.emergency), ask.at, [], this.plan.now);
      const signed = acknowledges && promise.automaticCounts ? sign : undefined;
      if (times.dueAt !== null && !signed) due = Math.min(due, this.seconds(times.dueAt));
      if (promise.clock !== this.plan.clock || times.dueAt === null) continue;
      clockDue = this.seconds(times.dueAt);
      clockLimit = times.unacceptableAt === null ? NEVER : this.seconds(times.unacceptableAt);
      if (signed) signAt = this.seconds(signed.at);
    }
    const row = { postedAt: this.seconds(ask.at), knownAt: this.seconds(ask.knownAt), dueAt: due, clockDue, clockLimit, signAt, handling, caseNo: this.cases };
    for (const name of COLUMNS) columns[name].push(row[name]);
  } // prettier-ignore

  /** Instants as seconds since the beginning; a post from before it has negative ones. */
  private seconds(at: number): number {
    return Math.max(-NEVER, Math.min(NEVER - 1, Math.round((at - this.plan.from) / 1000)));
  }

  /** Plays the queue with these people. */
  play(): Staffed {
    const { zone, shifts, handlingSeconds } = this.staffing;
    const all = Object.fromEntries(COLUMNS.map((name) => [name, this.columns[name].all()])) as Record<keyof Columns, Int32Array>;
    const until = this.seconds(this.plan.now);
    const usual = handlingSeconds ?? quantileOf(all.handling.filter((s) => s > 0), 0.5) ?? USUAL_HANDLING_SECONDS; // prettier-ignore
    const handling = handlingSeconds === null ? all.handling : new Int32Array(all.handling.length);
    const presence = presenceOf(zone, shifts, this.plan.from, this.plan.now);
    const inSeconds = { at: presence.at.map((at) => this.seconds(at)), people: presence.people };
    const played = playQueue({ ...all, handling, length: all.caseNo.length }, inSeconds, usual, until);
    const answered = played.doneAt.map((done, i) => (done === NONE || done === NEVER ? NONE : done - (all.postedAt[i] as number))).filter((s) => s >= 0);
    return {
      kept: this.count(all, played.doneAt, handling, usual, until),
      actual: responsesOf(this.responses.all().slice()),
      forecast: responsesOf(answered),
      unanswered: played.doneAt.reduce((n, done) => n + (done === NEVER ? 1 : 0), 0),
      handlingSeconds: usual,
      presentSeconds: Math.round(played.present),
      busyShare: played.present > 0 ? played.busy / played.present : null,
    };
  } // prettier-ignore

  private count(all: Record<keyof Columns, Int32Array>, doneAt: Int32Array, handling: Int32Array, usual: number, until: number): Staffed['kept'] {
    const sum = nothingCounted();
    for (let i = 0; i < doneAt.length; i++) {
      const [done, due, limit] = [doneAt[i] as number, all.clockDue[i] as number, all.clockLimit[i] as number];
      if (done === NONE || due === NONE) continue;
      const stop = Math.min(done, all.signAt[i] as number);
      const end = Math.min(stop, until);
      sum.clocks++;
      if (end <= due) {
        if (stop === NEVER) sum.open++;
        else sum.met++;
        continue;
      }
      sum.late++;
      if (end > limit) sum.unacceptable++;
      const known = all.knownAt[i] as number;
      const own = done === NEVER ? 0 : handling[i] || usual;
      const [blind, queue] = [known - (all.postedAt[i] as number), end - known - own];
      if (blind > queue && blind > own) sum.lateBlind++;
      else if (queue > own) sum.lateQueue++;
      else sum.lateOwn++;
    }
    return sum;
  } // prettier-ignore
}

/** @returns seconds from taking the case to the answer that ended the wait; 0: not known, or hardly spent on it alone */
function handlingOf(wait: Wait | undefined, facts: readonly CaseFact[]): number {
  const end = wait?.end;
  if (!end) return 0;
  const taken = facts.findLast((f) => f.kind === 'claimed' && f.at <= end.at);
  const seconds = taken ? Math.round((end.at - taken.at) / 1000) : 0;
  return seconds > LONGEST_HANDLING_SECONDS ? 0 : seconds;
}

function responsesOf(seconds: Int32Array): Staffed['actual'] {
  return { answered: seconds.length, medianSeconds: quantileOf(seconds, 0.5), p90Seconds: quantileOf(seconds, 0.9) };
}
