/** Gives one notice: checks once more that it is still needed, waits for quiet hours to end, and tells by its way. At least once: copies fold by key. */
import { Inject, Injectable } from '@nestjs/common';
import { NOTICE_PROBLEMS } from '#libs/contracts/notice-problems.js';
import { afterQuiet } from '#libs/escalation/quiet-hours.js';
import { noticeText } from '#libs/escalation/notice-text.js';
import { Database } from '../database/database.js';
import type { NoticeResult, OutgoingNotice } from '../notifiers/notifier.js';
import { Clock } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import type { DueNotice, NoticeEnd } from './due-notices.js';
import { stillOpen } from './still-open.js';
import { hookRow, personHookRow, WaysToTell } from './ways-to-tell.js';

/** Seconds before each further try; after the last one it has failed. */
const PAUSES = [30, 60, 300, 900, 3600, 7200, 14_400];

@Injectable()
export class GiveNotice {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ways: WaysToTell,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'EARSHOT_URL'>,
  ) {}

  async run(notice: DueNotice): Promise<NoticeEnd> {
    const open = await stillOpen(this.db, [{ id: notice.escalationId, rung: notice.rung }]);
    if (open.size === 0) return { state: 'skipped', problem: NOTICE_PROBLEMS['taken-on'] };
    const unwanted = this.unwanted(notice);
    if (unwanted) return { state: 'skipped', problem: unwanted };
    const now = this.clock.now();
    const dueAt = notice.urgent || !notice.person ? now : afterQuiet(notice.wishes?.quiet ?? null, now);
    if (dueAt > now) return { state: 'waiting', dueAt, problem: NOTICE_PROBLEMS['quiet-hours'] };
    return this.after(notice, await this.tell(notice, now));
  }

  private unwanted({ channel, person, wishes, ownHook }: DueNotice): string | null {
    if (person?.disabled) return NOTICE_PROBLEMS['person-left'];
    if (channel === 'email' && wishes?.email === false) return NOTICE_PROBLEMS['no-email'];
    if (channel === 'webhook' && person && wishes?.webhook === false) return NOTICE_PROBLEMS['no-webhook'];
    if (channel === 'webhook' && person && !ownHook) return NOTICE_PROBLEMS['webhook-unset'];
    return channel === 'push' && wishes?.push === false ? NOTICE_PROBLEMS['no-push'] : null;
  }

  private async tell(notice: DueNotice, now: Date): Promise<NoticeResult> {
    const out = this.words(notice);
    if (notice.channel === 'webhook') return this.call(notice, out, now);
    if (!notice.person) return { outcome: 'refused', reason: NOTICE_PROBLEMS['person-gone'] };
    return notice.channel === 'email' ? this.ways.mail(out, notice.person.email) : this.ways.push(out, notice.person.id);
  }

  /** The address that the rung names, or the person's own. */
  private call({ hook, ownHook, person }: DueNotice, out: OutgoingNotice, now: Date): Promise<NoticeResult> {
    if (hook) return this.ways.hook(out, { ...hook, row: hookRow(hook.id) }, now);
    if (ownHook && person) return this.ways.hook(out, { ...ownHook, row: personHookRow(person.id) }, now);
    return Promise.resolve({ outcome: 'refused', reason: NOTICE_PROBLEMS['address-gone'] });
  }

  private words(notice: DueNotice): OutgoingNotice {
    const { id, trigger, caseId, who, words, early, by, escalationId, at } = notice;
    const base = this.settings.EARSHOT_URL?.replace(/\/$/, '');
    const url =
      base === undefined
        ? null
        : caseId !== null
          ? `${base}/queue/all/${caseId}`
          : early
            ? `${base}/watchtower`
            : `${base}/sources`;
    const text = noticeText({ trigger, caseId, who, words, early, by, url }, notice.person?.locale ?? 'en');
    return { key: `earshot-notice-${id}`, ...text, facts: { trigger, caseId, escalationId, url }, at };
  }

  private after({ attempts }: DueNotice, result: NoticeResult): NoticeEnd {
    if (result.outcome === 'sent') return { state: 'sent', receipt: result.receipt };
    const pause = PAUSES[attempts - 1];
    if (result.outcome === 'refused' || pause === undefined) return { state: 'failed', problem: result.reason };
    return { state: 'waiting', dueAt: new Date(this.clock.now().getTime() + pause * 1000), problem: result.reason };
  }
}
