/** What the rule would have done in the last weeks: in figures, and line by line. */
import type { PreviewAnswer } from '#libs/contracts/http/acknowledgement-rules.js';
import { useTranslation } from 'react-i18next';
import { NetworkIcon } from '../../components/network.js';
import { useDecisionWords } from './decision-words.js';

const SHOWN = 12;

export function RulePreview({ answer }: { answer: PreviewAnswer }) {
  const { t } = useTranslation();
  const words = useDecisionWords();
  const { counts } = answer;
  return (
    <section className="rule-preview" aria-label={t('acks.preview')}>
      <p className="say num" role="status">
        {t('acks.previewSum', {
          cases: answer.cases,
          sent: counts['would-send'] ?? 0,
          refused: counts['refused'] ?? 0,
          held: counts['held'] ?? 0,
        })}{' '}
        {answer.capped && t('acks.previewCapped')}
      </p>
      <ul>
        {answer.lines.slice(0, SHOWN).map((line) => {
          const { said, outcome } = words({ ...line, permissionRules: [], reply: null, shadow: true });
          return (
            <li key={line.caseId}>
              <span className="who">
                <NetworkIcon network={line.network} />
                {line.author.name ?? line.author.handle ?? '?'}
              </span>
              <span className="dim rule-preview__post">{line.preview}</span>
              <span>
                <strong>{outcome}</strong> {said}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
