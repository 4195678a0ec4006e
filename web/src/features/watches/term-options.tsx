/** What the words in brackets after a term do, folded away below the query. */
import { useTranslation } from 'react-i18next';

const OPTIONS = ['suffixes', 'joined', 'misspelt', 'name', 'plain'] as const;

export function TermOptions() {
  const { t } = useTranslation();
  return (
    <details className="form__hint">
      <summary>{t('watches.termOptions')}</summary>
      <p>{t('watches.termOptionsWords')}</p>
      <dl className="term-options">
        {OPTIONS.map((option) => (
          <div key={option}>
            <dt>
              <code>{`[${option}]`}</code>
            </dt>
            <dd>{t(`watches.termOption.${option}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('watches.termOptionsDefaults')}</p>
    </details>
  );
}
