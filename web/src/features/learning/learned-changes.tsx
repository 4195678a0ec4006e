/** What learning changed: posts that are read otherwise, before and after. */
import type { LearnedChange } from '#libs/contracts/http/learning.js';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLearnedChanges } from '../../api/judgement.js';
import { IntentMark, SentimentMark } from '../../components/marks.js';
import { useFormat } from '../../components/format.js';
import { Panel } from '../../components/page.js';
import { PostText } from '../../components/post-text.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';

export function LearnedChangesPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useLearnedChanges();
  const n = format.number(data?.looked ?? 0);
  return (
    <Panel title={t('learning.changes')}>
      {data ? (
        <>
          <p className="say">
            {data.looked === 0
              ? t('mentions.empty')
              : data.samples.length === 0
                ? t('learning.changesNone', { n })
                : t('learning.changesWords', { n, sentiment: format.number(data.sentiment), intent: format.number(data.intent) })}
          </p>
          <ul className="plainlist">
            {data.samples.map((sample) => (
              <Change key={sample.mentionId} change={sample} />
            ))}
          </ul>
        </>
      ) : error ? (
        <ErrorCard error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsSkeleton />
      )}
    </Panel>
  );
}

function Change({ change: { text, sentiment, intent } }: { change: LearnedChange }) {
  return (
    <li className="learning__change">
      <p dir="auto">
        <PostText text={text} />
      </p>
      {sentiment && (
        <span className="learning__turn">
          <SentimentMark label={sentiment.before} /> <IconArrowRight size={14} aria-hidden />{' '}
          <SentimentMark label={sentiment.after} />
        </span>
      )}
      {intent && (
        <span className="learning__turn">
          <IntentMark intent={intent.before} /> <IconArrowRight size={14} aria-hidden /> <IntentMark intent={intent.after} />
        </span>
      )}
    </li>
  );
}
