/** What is coming: budgets and when they are gone, the next hour, what is louder than usual, accounts nobody tends. */
import type { BudgetView, ForesightView, NeglectView, UnusualView } from '#libs/contracts/views/foresight.js';
import { IconAlertTriangle, IconHourglassLow, IconInfoCircle, IconTrendingUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useForesight } from '../../api/foresight.js';
import { useFormat } from '../../components/format.js';
import { Panel } from '../../components/page.js';
import { PostText } from '../../components/post-text.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { TakenOn } from '../../components/taken-on.js';
import { useNow } from '../../live/server-clock.js';

/** What is louder than usual; nothing when all is usual. */
export function LouderThanUsual() {
  const { t } = useTranslation();
  const unusual = useForesight().data?.unusual ?? [];
  if (unusual.length === 0) return null;
  return (
    <Panel title={t('foresight.unusual')} span="c12">
      <ul className="plainlist">
        {unusual.map((one) => (
          <Unusual key={`${one.watchId}${one.of}`} one={one} />
        ))}
      </ul>
    </Panel>
  );
}

/** What is left of each promise's budget, and the accounts that lose it unseen. */
export function Budgets() {
  const { t } = useTranslation();
  const { data, error, refetch } = useForesight();
  const decided = data?.budgets.filter((budget) => budget.percent !== null) ?? [];
  return (
    <>
      <Panel
        title={t('foresight.budgets')}
        span={data?.neglected.length ? 'c7' : 'c12'}
        aside={data && <Forecast forecast={data.forecast} />}
      >
        {error ? (
          <ErrorCard error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <RowsSkeleton rows={3} />
        ) : decided.length === 0 ? (
          <p className="panel__none panel__none--tight">
            {t(data.budgets.length === 0 ? 'foresight.noBudgets' : 'foresight.nothing')}
          </p>
        ) : (
          decided.map((budget) => <Budget key={budget.standardId} budget={budget} />)
        )}
      </Panel>
      {data && data.neglected.length > 0 && (
        <Panel title={t('foresight.neglected')} span="c5">
          <ul className="plainlist">
            {data.neglected.map((one) => (
              <Neglected key={one.sourceId} one={one} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

/** The next hour in one sentence. */
function Forecast({ forecast }: Pick<ForesightView, 'forecast'>) {
  const { t } = useTranslation();
  const tone = forecast.late > 0 ? 'tone-soon' : undefined;
  return (
    <span className={tone}>
      {t('foresight.nextHour', { count: forecast.late })} {t('foresight.people', { count: forecast.people })}
    </span>
  );
}

const TONE = { ok: IconInfoCircle, soon: IconHourglassLow, late: IconAlertTriangle };

function Budget({ budget }: { budget: BudgetView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const state = budget.left < 0 ? 'late' : budget.goneAt ? 'soon' : 'ok';
  const Icon = TONE[state];
  const share = budget.allowed > 0 ? Math.max(0, Math.min(1, budget.left / budget.allowed)) : budget.left < 0 ? 0 : 1;
  const words =
    budget.left < 0
      ? t('foresight.overspent', { count: -budget.left })
      : budget.goneAt
        ? t('foresight.gone', { time: format.when(budget.goneAt, now) })
        : t('foresight.holds');
  const pace = budget.burnHour ?? budget.burnDay;
  return (
    <div className="budget">
      <div className="budget__words">
        <Link to="/standards/$standardId" params={{ standardId: budget.standardId }} hash="counted" className="cell-link">
          {budget.sentence}
        </Link>
        <span className="dim num">
          {budget.percent === null ? '' : format.percent(budget.percent / 100)}
          {pace !== null && pace > 0 && ` · ${t('foresight.pace', { pace: format.decimal(pace) })}`}
        </span>
      </div>
      <div className="bar" aria-hidden>
        <i className={`fill-${state}`} style={{ width: `${share * 100}%` }} />
      </div>
      <div className="budget__left">
        <strong className="num">
          {t('foresight.left', {
            left: format.number(Math.max(0, budget.left)),
            allowed: format.number(Math.max(0, budget.allowed)),
          })}
        </strong>
        <span className={`plain tone-${state}`}>
          <Icon size={13} stroke={2} aria-hidden />
          {words}
        </span>
      </div>
    </div>
  );
}

function Unusual({ one }: { one: UnusualView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <li className="unusual">
      <span className="chip risk-high">
        <IconTrendingUp size={13} stroke={2} aria-hidden />
        {t(`foresight.kind.${one.kind}`)}
      </span>
      <div>
        <Link to="/mentions" search={{ watchId: one.watchId, days: 1 }} className="cell-link">
          <strong>{one.watch}</strong>
        </Link>{' '}
        <span className="num">
          {t(`foresight.heard.${one.of}`, { seen: format.number(one.seen), expected: format.decimal(one.expected) })}
        </span>{' '}
        <span className="dim num">{t('foresight.since', { when: format.when(one.since, now) })}</span>
        {one.samples.map((mention) => (
          <p key={mention.id} className="cell-sub unusual__post" lang={mention.scores.language.code} dir="auto">
            <PostText text={mention.text.slice(0, 140)} />
          </p>
        ))}
      </div>
      <TakenOn ids={[one.alarmId]} acknowledgedBy={one.acknowledgedBy} acknowledgedAt={one.acknowledgedAt} goesOn />
    </li>
  );
}

function Neglected({ one }: { one: NeglectView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <li>
      <Link to="/sources/$sourceId" params={{ sourceId: one.sourceId }} className="cell-link">
        <strong>{one.account}</strong>
      </Link>{' '}
      <span className="dim">{one.source}</span>
      <span className="cell-sub num">
        {t('foresight.waiting', { count: one.waiting })} · {t('foresight.unanswered', { share: format.percent(one.share) })} ·{' '}
        {one.lastAnswerAt
          ? t('foresight.lastAnswer', { when: format.when(one.lastAnswerAt, now) })
          : t('foresight.neverAnswered')}
      </span>
      <TakenOn ids={one.alarmIds} acknowledgedBy={one.acknowledgedBy} acknowledgedAt={one.acknowledgedAt} goesOn />
    </li>
  );
}
