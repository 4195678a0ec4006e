/** Who did what to a rule, the newest first. */
import { useTranslation } from 'react-i18next';
import { useRuleHistory } from '../../api/acknowledgements.js';
import { useFormat } from '../../components/format.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';

export function RuleHistoryList({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { data, error } = useRuleHistory(id);
  if (error) return <ErrorCard error={error} />;
  if (!data) return <RowsSkeleton rows={3} />;
  return (
    <ul className="rule-history">
      {data.log.map(({ at, by, what, version }, i) => (
        <li key={i}>
          <span className="num dim">{format.when(at, now)}</span> {by?.name} {t(`acks.log.${what as 'made'}`)}
          {version > 0 && <span className="dim"> {t('acks.version', { n: version })}</span>}
        </li>
      ))}
    </ul>
  );
}
