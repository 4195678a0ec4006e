/** The small marks that carry meaning: an icon and words, never colour alone. */
import type { Intent, RiskLevel, Sentiment } from '#libs/contracts/words.js';
import { IconBan, IconDots, IconHandStop, IconHeart, IconHelpCircle, IconMessage2Exclamation, IconMoodEmpty, IconMoodSad, IconMoodSmile, IconNews, IconShield, IconShieldExclamation, IconShieldHalf, IconStar } from '@tabler/icons-react'; // prettier-ignore
import { useTranslation } from 'react-i18next';
import { useFormat } from './format.js';

const RISK = { low: IconShield, medium: IconShieldHalf, high: IconShieldExclamation };
const MOOD = { negative: [IconMoodSad, 'neg'], neutral: [IconMoodEmpty, 'neu'], positive: [IconMoodSmile, 'pos'] } as const;
const INTENT = {
  complaint: IconMessage2Exclamation,
  question: IconHelpCircle,
  request: IconHandStop,
  praise: IconHeart,
  news: IconNews,
  spam: IconBan,
  other: IconDots,
};

export function RiskChip({ level, score }: { level: RiskLevel; score?: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const Icon = RISK[level];
  return (
    <span
      className={`chip risk-${level}`}
      title={score === undefined ? undefined : t('scores.of', { score: format.score(score) })}
    >
      <Icon size={13} stroke={2} aria-hidden />
      {t(`risk.${level}`)}
    </span>
  );
}

/** In which tier the customer is. */
export function TierChip({ tier }: { tier: string }) {
  return (
    <span className="chip tier">
      <IconStar size={13} stroke={2} aria-hidden />
      {tier}
    </span>
  );
}

export function SentimentMark({ label }: { label: Sentiment }) {
  const { t } = useTranslation();
  const [Icon, tone] = MOOD[label];
  return (
    <span className={`plain tone-${tone}`}>
      <Icon size={14} stroke={1.9} aria-hidden />
      {t(`sentiment.${label}`)}
    </span>
  );
}

export function IntentMark({ intent }: { intent: Intent }) {
  const { t } = useTranslation();
  const Icon = INTENT[intent];
  return (
    <span className="plain">
      <Icon size={14} stroke={1.8} aria-hidden />
      {t(`intent.${intent}`)}
    </span>
  );
}
