/** The four scores of a post; each opens to the reasons behind it. */
import type { Reason } from '#libs/contracts/values.js';
import type { MentionMatch } from '#libs/contracts/views/mention.js';
import type { ScoresView } from '#libs/contracts/views/scores.js';
import { IconChevronRight, IconFlame } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './format.js';
import { IntentMark, RiskChip, SentimentMark } from './marks.js';
import { Reasons } from './reasons.js';

export function Scores({ scores, matches = [] }: { scores: ScoresView; matches?: readonly MentionMatch[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="scores">
      <Score
        name={t('scores.risk')}
        mark={<RiskChip level={scores.risk.level} />}
        value={format.score(scores.risk.score)}
        reasons={scores.risk.reasons}
        open
      />
      <Score
        name={t('scores.urgency')}
        mark={
          <span className="plain">
            <IconFlame size={14} stroke={1.8} aria-hidden />
            {t(scores.urgency.score >= 0.66 ? 'urgency.high' : scores.urgency.score >= 0.33 ? 'urgency.medium' : 'urgency.low')}
          </span>
        }
        value={format.score(scores.urgency.score)}
        reasons={scores.urgency.reasons}
      />
      <Score
        name={t('scores.sentiment')}
        mark={<SentimentMark label={scores.sentiment.label} />}
        value={format.score(scores.sentiment.score)}
        reasons={scores.sentiment.reasons}
      />
      <Score
        name={t('scores.intent')}
        mark={<IntentMark intent={scores.intent.label} />}
        value={format.score(scores.intent.confidence)}
        reasons={scores.intent.reasons}
      />
      {matches.slice(0, 1).map(({ watchId, watchName, relevance, reasons }) => (
        <Score
          key={watchId}
          name={t('scores.relevance')}
          mark={<span className="plain">{watchName}</span>}
          value={format.score(relevance)}
          reasons={reasons}
        />
      ))}
    </div>
  );
}

function Score({
  name,
  mark,
  value,
  reasons,
  open,
}: {
  name: string;
  mark: ReactNode;
  value: string;
  reasons: readonly Reason[];
  open?: boolean;
}) {
  return (
    <details className="score" open={open && reasons.length > 0}>
      <summary>
        <IconChevronRight size={13} aria-hidden className="score__turn" />
        <span className="score__name">{name}</span>
        {mark}
        <span className="num dim">{value}</span>
      </summary>
      <Reasons reasons={reasons} />
    </details>
  );
}
