/** One row answers: who, what, how bad, how long, whose. The whole row is one button. */
import type { CaseCard } from '#libs/contracts/views/case.js';
import { IconCheck, IconMessages, IconUserPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Clock, ClockBar, useClockWords } from '../../components/clock.js';
import { IntentMark, RiskChip, SentimentMark, TierChip } from '../../components/marks.js';
import { authorName, Person } from '../../components/person.js';
import { PostText } from '../../components/post-text.js';
import type { QueueView } from '../../components/rooms.js';

interface Props {
  card: CaseCard;
  view: QueueView;
  selected: boolean;
  onOpen: (caseId: string) => void;
}

export const CaseRow = memo(function CaseRow({ card, view, selected, onOpen }: Props) {
  const gone = card.status === 'resolved' && view !== 'resolved';
  return (
    <div
      className="case-row"
      data-selected={selected || undefined}
      data-unread={card.firstSeenAt === null || undefined}
      data-gone={gone || undefined}
    >
      <RowButton card={card} selected={selected} onOpen={onOpen} />
      <Person name={authorName(card.author)} network={card.network} />
      <div className="case-row__body">
        <div className="case-row__top">
          <span className="case-row__name truncate">
            <PostText text={authorName(card.author)} />
          </span>
          {card.mentionCount > 1 && (
            <span className="plain num">
              <IconMessages size={13} aria-hidden />
              {card.mentionCount}
            </span>
          )}
          <span className="case-row__clock">
            <RowState card={card} />
          </span>
        </div>
        <p className="case-row__text" lang={card.preview.lang} dir="auto">
          <PostText text={card.preview.text} ranges={card.preview.ranges} />
        </p>
        <div className="case-row__meta">
          {card.tier && <TierChip tier={card.tier} />}
          <RiskChip level={card.risk.level} score={card.risk.score} />
          <SentimentMark label={card.sentiment.label} />
          <IntentMark intent={card.intent} />
          <Owner card={card} />
        </div>
      </div>
      {card.clock && (
        <div className="case-row__bar">
          <ClockBar clock={card.clock} />
        </div>
      )}
    </div>
  );
});

function RowButton({ card, selected, onOpen }: Omit<Props, 'view'>) {
  const { t } = useTranslation();
  const label = t('queue.rowLabel', {
    id: card.id,
    name: authorName(card.author),
    intent: t(`intent.${card.intent}`),
    risk: t(`risk.${card.risk.level}`),
  });
  const props = {
    type: 'button',
    className: 'case-row__hit',
    'aria-current': selected || undefined,
    onClick: () => onOpen(card.id),
  } as const;
  return card.clock && card.status !== 'resolved' ? (
    <ClockedButton {...props} label={label} clock={card.clock} />
  ) : (
    <button {...props} aria-label={label} />
  );
}

function ClockedButton({
  label,
  clock,
  ...props
}: { label: string; clock: NonNullable<CaseCard['clock']> } & React.ComponentProps<'button'>) {
  const { t } = useTranslation();
  const { words } = useClockWords(clock);
  return <button {...props} aria-label={`${label}, ${t(`clockKind.${clock.kind}`)}: ${words}`} />;
}

function RowState({ card }: { card: CaseCard }) {
  const { t } = useTranslation();
  if (card.status === 'resolved')
    return (
      <span className="plain">
        <IconCheck size={14} stroke={2} aria-hidden />
        {t('case.status.resolved')}
      </span>
    );
  if (card.clock) return <Clock clock={card.clock} />;
  if (card.answeredAt) return <span className="plain">{t('queue.answered')}</span>;
  return null;
}

function Owner({ card }: { card: CaseCard }) {
  const { t } = useTranslation();
  if (!card.owner)
    return card.status === 'resolved' ? null : (
      <span className="case-row__owner unclaimed" role="img" aria-label={t('queue.unclaimed')}>
        <IconUserPlus size={13} aria-hidden />
      </span>
    );
  const label = t('queue.claimedBy', { name: card.owner.name });
  return (
    <span className="case-row__owner" role="img" aria-label={label} title={label}>
      <Person name={card.owner.name} size={20} />
    </span>
  );
}
