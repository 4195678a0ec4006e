/** The head of a case: who, where it stands, its clocks, and the deeds that are allowed now. */
import type { CaseView } from '#libs/contracts/views/case.js';
import type { MeView } from '#libs/contracts/views/people.js';
import type { CaseStatus } from '#libs/contracts/words.js';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconCircleDashed, IconInfoCircle, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Clock, ClockBar } from '../../components/clock.js';
import { useFormat } from '../../components/format.js';
import { atHandle, authorName, Person } from '../../components/person.js';
import { PostText } from '../../components/post-text.js';
import { useNow } from '../../live/server-clock.js';
import { CaseActions } from './case-actions.js';

interface Props {
  view: CaseView;
  me: MeView;
  onClose: () => void;
  onDetails: () => void;
  detailsOpen: boolean;
}
const STATUS: Record<CaseStatus, typeof IconUserCheck> = {
  open: IconCircleDashed,
  claimed: IconUserCheck,
  resolved: IconCircleCheck,
};

export function CaseHead({ view, me, onClose, onDetails, detailsOpen }: Props) {
  const { t } = useTranslation();
  const { card } = view;
  const name = authorName(card.author);
  return (
    <header className="case-head">
      <div className="case-head__row">
        <ActionIcon className="case-head__back" size={32} aria-label={t('case.back')} onClick={onClose}>
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
        <Person name={name} size={36} network={card.network} />
        <div className="case-head__who">
          <h2 className="case-head__name">
            <PostText text={name} />{' '}
            {card.author.handle && card.author.name && <span className="dim">{atHandle(card.author.handle)}</span>}
          </h2>
          <p className="case-head__sub">
            <span className="num">{t('case.number', { id: card.id })}</span>
            <span aria-hidden>·</span>
            <span className="truncate">{card.watch.name}</span>
            <span aria-hidden>·</span>
            <StatusMark view={view} me={me} />
          </p>
        </div>
        <div className="case-head__actions">
          <CaseActions view={view} />
          <Tooltip label={t('case.details')}>
            <ActionIcon
              className="case-head__details"
              size={30}
              aria-label={t('case.details')}
              aria-pressed={detailsOpen}
              onClick={onDetails}
            >
              <IconInfoCircle size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      <ClockStrip view={view} />
    </header>
  );
}

function StatusMark({ view: { card }, me }: Pick<Props, 'view' | 'me'>) {
  const { t } = useTranslation();
  const Icon = STATUS[card.status];
  const mine = card.owner?.id === me.id;
  const words =
    card.status === 'claimed' && card.owner
      ? mine
        ? t('case.yours')
        : t('queue.claimedBy', { name: card.owner.name })
      : card.status === 'resolved' && card.outcome
        ? `${t('case.status.resolved')}: ${t(`outcome.${card.outcome}`)}`
        : t(`case.status.${card.status}`);
  return (
    <span className="status" data-status={card.status}>
      <Icon size={13} stroke={2} aria-hidden />
      {words}
    </span>
  );
}

/** The case's clocks, at most three: those that run first. */
function ClockStrip({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const running = (state: string) => (['running', 'warned', 'breached'].includes(state) ? 0 : 1);
  const clocks = [...view.clocks]
    .sort((a, b) => running(a.state) - running(b.state) || a.dueAt.localeCompare(b.dueAt))
    .slice(0, 3);
  if (clocks.length === 0) return <div className="clock-strip clock-strip--none" />;
  return (
    <dl className="clock-strip">
      {clocks.map((clock) => (
        <div key={clock.id}>
          <dt>
            {t(`clockKind.${clock.kind}`)}
            <span className="num">{t('clock.by', { time: format.when(clock.dueAt, now) })}</span>
          </dt>
          <dd>
            <Clock clock={clock} />
            <ClockBar clock={clock} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
