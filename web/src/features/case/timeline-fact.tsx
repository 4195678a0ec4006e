/** A fact in the timeline: one quiet line. */
import type { TimelineItem } from '#libs/contracts/views/case.js';
import type { MeView } from '#libs/contracts/views/people.js';
import type { ActivityKind, ClockKind, Outcome } from '#libs/contracts/words.js';
import { IconAlertTriangle, IconArrowBackUp, IconArrowsExchange, IconBell, IconCalendarDue, IconCheck, IconCircleCheck, IconClockPause, IconClockPlay, IconEdit, IconEye, IconEyeCheck, IconEyeOff, IconFolderPlus, IconHeartHandshake, IconHourglassLow, IconMessagePlus, IconMessageReply, IconNote, IconScale, IconSend, IconTrash, IconUserCheck, IconUserStar, IconX } from '@tabler/icons-react'; // prettier-ignore
import { useTranslation } from 'react-i18next';
import { Time } from './timeline-post.js';

type Fact = Extract<TimelineItem, { type: 'fact' }>;

const ICON: Record<ActivityKind, typeof IconCheck> = {
  opened: IconFolderPlus, 'mention-joined': IconMessagePlus, 'mention-edited': IconEdit, 'mention-deleted': IconTrash, claimed: IconUserCheck, released: IconArrowsExchange, 'claim-lapsed': IconClockPause, noted: IconNote,
  acknowledged: IconCheck, answered: IconMessageReply, 'reply-queued': IconSend, 'reply-cancelled': IconX, 'reply-refused': IconAlertTriangle, 'reply-parked': IconAlertTriangle,
  'reply-approved': IconEyeCheck, 'reply-sent-back': IconArrowBackUp,
  resolved: IconCircleCheck, reopened: IconArrowBackUp, 'clock-warned': IconHourglassLow, 'clock-breached': IconAlertTriangle, escalated: IconBell, corrected: IconEdit, rescored: IconScale,
  'clock-unacceptable': IconAlertTriangle, waiting: IconClockPause, resumed: IconClockPlay, promised: IconCalendarDue, 'followed-up': IconHeartHandshake,
  'manager-joined': IconUserStar, excluded: IconEyeOff, included: IconEye, withdrawn: IconTrash,
}; // prettier-ignore
const TONE: Partial<Record<ActivityKind, string>> = {
  'clock-warned': 'soon',
  'clock-breached': 'late',
  'clock-unacceptable': 'late',
  'reply-refused': 'late',
  'reply-parked': 'soon',
};

export function FactLine({ fact, me }: { fact: Fact; me: MeView }) {
  const { t } = useTranslation();
  const Icon = ICON[fact.kind];
  const more = useMore(fact);
  const who = fact.by && (fact.by.id === me.id ? t('common.you') : fact.by.name);
  return (
    <div className="tl tl--fact" data-tone={TONE[fact.kind]}>
      <span className="tl__dot">
        <Icon size={14} aria-hidden />
      </span>
      <span>
        {t(`fact.${fact.kind}`)}
        {more && `: ${more}`}
        {who && <span className="dim"> · {who}</span>}
      </span>
      <Time at={fact.at} />
    </div>
  );
}

/** What the fact's data adds in words: which clock, how it ended, why. */
function useMore({ data }: Fact): string {
  const { t, i18n } = useTranslation();
  const clock = String(data['clock'] ?? data['kind'] ?? '');
  const outcome = String(data['outcome'] ?? '');
  const parts = [
    i18n.exists(`clockKind.${clock}`) && t(`clockKind.${clock as ClockKind}`),
    i18n.exists(`outcome.${outcome}`) && t(`outcome.${outcome as Outcome}`),
    words(data['reason']),
    words(data['note']),
  ];
  return parts.filter(Boolean).join(', ');
}

const words = (value: unknown): string | undefined => (typeof value === 'string' && /\s/.test(value) ? value : undefined);
