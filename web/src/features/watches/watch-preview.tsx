/** What a query would have found in the last days, how many a day, why, and what it changes. */
import type { PreviewSample } from '#libs/contracts/http/watches.js';
import type { WatchOptions } from '#libs/contracts/views/watch.js';
import type { WatchKind } from '#libs/contracts/words.js';
import { IconCheck, IconMinus, IconPlus } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { ApiError } from '../../api/client.js';
import { useWatchPreview } from '../../api/watches.js';
import { useFormat } from '../../components/format.js';
import { PostText } from '../../components/post-text.js';
import { useReasonWords } from '../../components/reasons.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';

const DAYS = 7;

/** A watch as it is being written. */
export interface WatchTested {
  /** Left out: it is a new one. */
  watchId?: string;
  query: string;
  threshold: number;
  kind: WatchKind;
  options: WatchOptions;
}

export function WatchPreview({ watchId, query, threshold, kind, options }: WatchTested) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, isPlaceholderData, refetch } = useWatchPreview(
    { watchId, query, threshold, kind, options, days: DAYS },
    true,
  );
  const unreadable = error instanceof ApiError && error.problem.code === 'invalid-query';
  if (error && !unreadable) return <ErrorCard error={error} onRetry={() => void refetch()} />;
  if (!data) return unreadable ? <p className="say tester__hint">{t('watches.noReadable')}</p> : <RowsSkeleton />;
  const { matched, change, looked, below } = data;
  const days = Math.max(1, Math.round(data.days));
  const values = {
    n: format.number(matched.count),
    days: t('watches.days', { count: days, n: format.number(days) }),
    perDay: format.decimal(data.perDay),
  };
  return (
    <div className="tester" data-stale={isPlaceholderData || unreadable || undefined}>
      <p className="tester__say" role="status">
        <Trans
          t={t}
          i18nKey="watches.preview"
          count={matched.count}
          values={values}
          components={{ b: <strong className="num" /> }}
        />
      </p>
      <p className="form__hint">
        {t('watches.previewLooked', { count: looked, n: format.number(looked) })}
        {data.capped && ` · ${t('watches.previewCapped')}`}
        {below > 0 && ` · ${t('watches.previewBelow', { count: below, n: format.number(below) })}`}
      </p>
      <p className="form__hint">{t('watches.previewHonest')}</p>
      {change && (change.added.count > 0 || change.removed.count > 0) && (
        <>
          <p className="tester__say">
            {t('watches.previewChange', {
              added: format.number(change.added.count),
              removed: format.number(change.removed.count),
            })}
          </p>
          <Samples name={t('watches.added')} icon={IconPlus} samples={change.added.samples} />
          <Samples name={t('watches.removed')} icon={IconMinus} samples={change.removed.samples} />
        </>
      )}
      <Samples name={t('watches.matched')} icon={IconCheck} samples={matched.samples} />
    </div>
  );
}

function Samples({ name, icon: Icon, samples }: { name: string; icon: typeof IconCheck; samples: PreviewSample[] }) {
  const format = useFormat();
  const words = useReasonWords();
  if (samples.length === 0) return null;
  return (
    <>
      <h3 className="sub">{name}</h3>
      <ul className="hits">
        {samples.map((sample) => (
          <li key={sample.mentionId} data-matched={Icon !== IconMinus || undefined}>
            <Icon size={15} stroke={2.2} aria-hidden />
            <div>
              <p lang={sample.language} dir="auto">
                <PostText text={sample.text} ranges={sample.ranges} />
              </p>
              <span className="cell-sub">{[...new Set(sample.reasons.map((reason) => words(reason.code)))].join(' · ')}</span>
            </div>
            <span className="dim num">{format.percent(sample.relevance)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
