/** The words of a rule: several wordings in each language, and what it may say about an incident. */
import { LOCALES, type Locale } from '#libs/contracts/words.js';
import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';
import type { RuleDraft } from './rule-draft.js';

export function RuleWords({ draft, onChange }: { draft: RuleDraft; onChange: (draft: RuleDraft) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { definition, lines } = draft;
  const setIncident = (locale: Locale, words: string) => {
    const { [locale]: _, ...others } = definition.incident;
    onChange({
      ...draft,
      definition: { ...definition, incident: words.trim() === '' ? others : { ...others, [locale]: words } },
    });
  };
  return (
    <>
      <p className="say">{t('acks.slots')}</p>
      {LOCALES.map((locale) => (
        <div key={locale}>
          <Textarea
            label={format.language(locale)}
            description={t('acks.oneALine')}
            lang={locale}
            rows={4}
            value={lines[locale]}
            onChange={(event) => onChange({ ...draft, lines: { ...lines, [locale]: event.currentTarget.value } })}
          />
          {lines[locale].includes('{incident}') && (
            <TextInput
              label={t('acks.incident', { language: format.language(locale) })}
              lang={locale}
              mt={6}
              value={definition.incident[locale] ?? ''}
              onChange={(event) => setIncident(locale, event.currentTarget.value)}
            />
          )}
        </div>
      ))}
    </>
  );
}
