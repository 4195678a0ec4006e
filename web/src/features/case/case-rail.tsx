/** Beside the case: the customer, every promise, and how the last post was read. */
import type { CaseView } from '#libs/contracts/views/case.js';
import type { MentionView } from '#libs/contracts/views/mention.js';
import { ActionIcon } from '@mantine/core';
import {
  IconBroadcast,
  IconCalendar,
  IconClockPause,
  IconEyeOff,
  IconEyeSearch,
  IconFlag,
  IconLanguage,
  IconX,
} from '@tabler/icons-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { AuthorWishes } from './author-wishes.js';
import { Copies } from '../../components/copies.js';
import { Clock } from '../../components/clock.js';
import { useFormat } from '../../components/format.js';
import { lazyPart } from '../../components/lazy-part.js';
import { NetworkIcon } from '../../components/network.js';
import { atHandle } from '../../components/person.js';
import { safeUrl } from '../../components/plain-text.js';
import { CustomerTier } from './customer-tier.js';
import { PromiseActions } from './promise-actions.js';
import { PostText } from '../../components/post-text.js';
import { useNow } from '../../live/server-clock.js';
import { Scores } from '../../components/scores.js';

const ClockRecorder = lazyPart(() => import('./clock-recorder.js'), 'ClockRecorder');
const CorrectScores = lazyPart(() => import('../../components/correct-scores.js'), 'CorrectScores');

export function CaseRail({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const { t } = useTranslation();
  const mention = view.timeline.flatMap((item) => (item.type === 'post' ? [item.mention] : [])).at(-1);
  return (
    <aside className="rail" aria-label={t('case.details')} tabIndex={0}>
      <ActionIcon className="rail__close" size={30} aria-label={t('common.close')} onClick={onClose}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
      <Customer view={view} />
      <Promises view={view} />
      {mention && <Reading mention={mention} />}
      <Where view={view} mention={mention} />
    </aside>
  );
}

function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="rail__sec">
      <h3 className="rail__title">
        {title}
        {aside && <span className="rail__aside">{aside}</span>}
      </h3>
      {children}
    </section>
  );
}

function Customer({ view: { customer, card } }: { view: CaseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { author } = customer;
  const may = useMe().data?.roles.some((role) => role === 'manager' || role === 'responder') ?? false;
  const url = safeUrl(author.url);
  const handle = author.handle ? <PostText text={atHandle(author.handle)} /> : author.name;
  return (
    <Section
      title={t('rail.customer')}
      aside={customer.firstHeardAt && t('rail.since', { day: format.day(customer.firstHeardAt, now) })}
    >
      <div className="rail__facts">
        <span>
          <NetworkIcon network={card.network} />
          {url ? (
            <a href={url} target="_blank" rel="noopener noreferrer nofollow">
              {handle}
            </a>
          ) : (
            handle
          )}
          {author.followers !== null && (
            <span className="dim num">
              {t('rail.followers', { count: author.followers, n: format.number(author.followers) })}
            </span>
          )}
        </span>
      </div>
      <CustomerTier authorId={author.id} tier={customer.tier} />
      <div className="rail__stats">
        <div>
          <b className="num">{format.number(customer.caseCount)}</b>
          {t('rail.cases', { count: customer.caseCount })}
        </div>
        <div>
          <b className="num">{format.number(customer.openCount)}</b>
          {t('rail.open', { count: customer.openCount })}
        </div>
        <div>
          <b className="num">{format.number(card.mentionCount)}</b>
          {t('rail.posts', { count: card.mentionCount })}
        </div>
      </div>
      <AuthorWishes authorId={author.id} may={may} />
    </Section>
  );
}

function Promises({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const [recorder, setRecorder] = useState(false);
  const { pausedAt, excludedAt } = view.card;
  return (
    <Section title={t('rail.promises')} aside={<PromiseActions view={view} />}>
      {pausedAt && (
        <p className="say">
          <IconClockPause size={14} aria-hidden /> {t('rail.waits', { since: format.when(pausedAt, now) })}
        </p>
      )}
      {excludedAt && (
        <p className="say">
          <IconEyeOff size={14} aria-hidden /> {t('rail.excluded', { since: format.when(excludedAt, now) })}
        </p>
      )}
      <dl className="record">
        {view.clocks.map((clock) => (
          <div key={clock.id}>
            <dt>
              {t(`clockKind.${clock.kind}`)} <span className="num">{t('clock.by', { time: format.when(clock.dueAt, now) })}</span>
            </dt>
            <dd>
              <Clock clock={clock} />
            </dd>
          </div>
        ))}
      </dl>
      {view.clocks.length > 0 && (
        <button type="button" className="linkish tone-brand rail__correct" onClick={() => setRecorder(true)}>
          {t('rail.recorder')}
        </button>
      )}
      <Suspense>{recorder && <ClockRecorder caseId={view.card.id} onClose={() => setRecorder(false)} />}</Suspense>
    </Section>
  );
}

function Reading({ mention }: { mention: MentionView }) {
  const { t } = useTranslation();
  const [correcting, setCorrecting] = useState(false);
  return (
    <Section title={t('rail.reading')}>
      <Scores scores={mention.scores} matches={mention.matches} />
      <Copies mentionId={mention.id} />
      <button type="button" className="linkish tone-brand rail__correct" onClick={() => setCorrecting(true)}>
        {t('scores.correct')}
      </button>
      <Suspense>{correcting && <CorrectScores mention={mention} onClose={() => setCorrecting(false)} />}</Suspense>
    </Section>
  );
}

function Where({ view: { card }, mention }: { view: CaseView; mention: MentionView | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <Section title={t('rail.where')}>
      <div className="rail__facts">
        <span>
          <IconEyeSearch size={14} aria-hidden />
          {t('rail.watch', { name: card.watch.name })}
        </span>
        <span>
          <IconBroadcast size={14} aria-hidden />
          {t('rail.source', { name: card.source.name })}
        </span>
        {mention && (
          <span>
            <IconLanguage size={14} aria-hidden />
            {format.language(mention.scores.language.code)}
          </span>
        )}
        <span>
          <IconFlag size={14} aria-hidden />
          {t(`priority.${card.priority}`)}
        </span>
        <span className="num">
          <IconCalendar size={14} aria-hidden />
          {t('rail.posted', { when: format.when(card.postedAt, now) })}
        </span>
      </div>
    </Section>
  );
}
