/** What a source used this month, what it will have used by its end, and the caps that stop it. */
import type { SourceBudget, SourceUseView } from '#libs/contracts/views/budget.js';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSourceUse } from '../../api/retention.js';
import { useSaveSource } from '../../api/sources.js';
import { useFormat } from '../../components/format.js';
import { say } from '../../components/news.js';
import { Panel } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { Table } from '../../components/table.js';

export function SourceUse({ sourceId, maySet }: { sourceId: string; maySet: boolean }) {
  const { t } = useTranslation();
  const use = useSourceUse().data?.items.find((item) => item.sourceId === sourceId);
  if (!use) return null;
  return (
    <Panel title={t('budget.title')} aside={t('budget.words')}>
      <UseTable use={use} />
      {maySet && <BudgetForm key={JSON.stringify(use.budget)} sourceId={sourceId} budget={use.budget} />}
    </Panel>
  );
}

/** The share of the cap as a bar with words, for lists. */
export function UseShare({ use }: { use: SourceUseView | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!use || use.share === null) return <span className="dim">{t('budget.noCap')}</span>;
  const tone = use.cappedUntil || use.share >= 1 ? 'late' : (use.foreseenShare ?? 0) > 1 ? 'soon' : 'brand';
  return (
    <span className="use">
      <span className="bar use__bar" aria-hidden>
        <i className={`fill-${tone}`} style={{ width: `${Math.min(100, use.share * 100)}%` }} />
      </span>
      <span className={tone === 'brand' ? 'num' : `num tone-${tone}`}>
        {t('budget.share', { share: format.percent(use.share) })}
      </span>
    </span>
  );
}

function UseTable({ use }: { use: SourceUseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { budget, month, foreseen, cappedUntil } = use;
  const rows = [
    ['calls', budget.capCalls],
    ['posts', budget.capPosts],
    ['units', budget.capUnits],
    ['money', budget.capMoney],
  ] as const;
  const shown = rows.filter(([name, cap]) => cap !== null || month[name] > 0 || name === 'calls');
  const amount = (name: string, n: number) =>
    name === 'money' ? `${format.score(n)} ${budget.currency}` : format.number(Math.round(n));
  return (
    <>
      {cappedUntil && (
        <p className="form__problem" role="status">
          {t('budget.capped', { day: format.day(cappedUntil, 0) })}
        </p>
      )}
      <Table
        label={t('budget.title')}
        columns={[
          { words: t('budget.what') },
          { words: t('budget.month'), className: 'r' },
          { words: t('budget.foreseen'), className: 'r' },
          { words: t('budget.cap'), className: 'r' },
        ]}
      >
        {shown.map(([name, cap]) => (
          <tr key={name}>
            <td>{t(`budget.${name}`)}</td>
            <td className="r num">{amount(name, month[name])}</td>
            <td className={cap !== null && foreseen[name] > cap ? 'r num tone-soon heavy' : 'r num'}>
              {amount(name, foreseen[name])}
            </td>
            <td className="r num">{cap === null ? '–' : amount(name, cap)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

const FIELDS = ['perCall', 'perPost', 'perUnit', 'capCalls', 'capPosts', 'capUnits', 'capMoney'] as const;

function BudgetForm({ sourceId, budget }: { sourceId: string; budget: SourceBudget }) {
  const { t } = useTranslation();
  const save = useSaveSource();
  const sayProblem = useSayProblem();
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(FIELDS.map((name) => [name, budget[name] === null || budget[name] === 0 ? '' : String(budget[name])])),
  );
  const [currency, setCurrency] = useState(budget.currency);
  const submit = () => {
    const price = (name: 'perCall' | 'perPost' | 'perUnit') => Number(values[name] || 0);
    const cap = (name: (typeof FIELDS)[number]) =>
      values[name] === '' || values[name] === undefined ? null : Number(values[name]);
    const next: SourceBudget = {
      currency: currency.toUpperCase(), perCall: price('perCall'), perPost: price('perPost'), perUnit: price('perUnit'),
      capCalls: cap('capCalls'), capPosts: cap('capPosts'), capUnits: cap('capUnits'), capMoney: cap('capMoney'),
    }; // prettier-ignore
    save.mutate({ id: sourceId, budget: next }, { onSuccess: () => say(t('common.saved')), onError: sayProblem });
  };
  return (
    <details className="budget">
      <summary>{t('budget.edit')}</summary>
      <form
        className="budget__form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {FIELDS.map((name) => (
          <TextInput
            key={name}
            type="number"
            min={0}
            step="any"
            label={t(`budget.${name}`)}
            value={values[name] ?? ''}
            onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
          />
        ))}
        <TextInput
          label={t('budget.currency')}
          required
          withAsterisk={false}
          pattern="[A-Za-z]{3}"
          maxLength={3}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value)}
        />
        <Button type="submit" loading={save.isPending}>
          {t('sources.save')}
        </Button>
      </form>
    </details>
  );
}
