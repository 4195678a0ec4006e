/** How long what was heard is kept, by kind of watch, and what each day's run removed. */
import type { RetentionRule } from '#libs/contracts/http/retention.js';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeRetention, useRetention } from '../../api/retention.js';
import { useFormat } from '../../components/format.js';
import { say } from '../../components/news.js';
import { Panel } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { useNow } from '../../live/server-clock.js';

export function RetentionPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { data } = useRetention();
  if (!data) return null;
  return (
    <Panel title={t('retention.title')} aside={t('retention.words')}>
      <Rules key={JSON.stringify(data.rules)} rules={data.rules} />
      <h3 className="subhead">{t('retention.runs')}</h3>
      {data.runs.length === 0 ? (
        <p className="panel__none panel__none--tight">{t('retention.runsNone')}</p>
      ) : (
        <ul className="plainlist plainlist--tight plainlist--scroll" tabIndex={0} aria-label={t('retention.runs')}>
          {data.runs.map((run) => (
            <li key={run.day} className="num">
              {format.day(`${run.day}T12:00:00`, now)} · <Removed counts={run.removed} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Rules({ rules }: { rules: readonly RetentionRule[] }) {
  const { t } = useTranslation();
  const change = useChangeRetention();
  const sayProblem = useSayProblem();
  const [days, setDays] = useState<Record<string, string>>(() =>
    Object.fromEntries(rules.map((rule) => [rule.watchKind, rule.days === null ? '' : String(rule.days)])),
  );
  const submit = () =>
    change.mutate(
      rules.map(({ watchKind }) => ({ watchKind, days: days[watchKind] ? Number(days[watchKind]) : null })),
      { onSuccess: () => say(t('common.saved')), onError: sayProblem },
    );
  return (
    <form
      className="budget__form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {rules.map(({ watchKind }) => (
        <TextInput
          key={watchKind}
          type="number"
          min={1}
          max={3650}
          label={t(`watchKind.${watchKind}`)}
          value={days[watchKind] ?? ''}
          onChange={(event) => setDays({ ...days, [watchKind]: event.currentTarget.value })}
        />
      ))}
      <div className="form__foot">
        <Button type="submit" loading={change.isPending}>
          {t('sources.save')}
        </Button>
      </div>
    </form>
  );
}

/** What was removed, in words; tables that nobody but us knows are summed up. */
export function Removed({ counts }: { counts: Readonly<Record<string, number>> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mentions = counts['mention'] ?? 0;
  const rest = Object.entries(counts).reduce((sum, [table, n]) => (table === 'mention' ? sum : sum + n), 0);
  if (mentions + rest === 0) return <>{t('retention.nothing')}</>;
  return (
    <span title={Object.entries(counts).map(([table, n]) => `${table} ${n}`).join(', ')}>
      {t('retention.removed', { mentions: format.number(mentions), rest: format.number(rest) })}
    </span>
  ); // prettier-ignore
}
