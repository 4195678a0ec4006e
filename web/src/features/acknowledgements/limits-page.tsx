/** From when on a machine leaves posts to people: everywhere, and where one of our accounts is to be different. */
import type { AccountLimits, Limits, LimitsView } from '#libs/contracts/http/permission-limits.js';
import { Button, NumberInput } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLimits, useSetLimits } from '../../api/messages.js';
import { useMe } from '../../api/session.js';
import { useFormat } from '../../components/format.js';
import { NetworkIcon } from '../../components/network.js';
import { say } from '../../components/news.js';
import { Page, Panel } from '../../components/page.js';
import { atHandle } from '../../components/person.js';
import { useSayProblem } from '../../components/problem-words.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';
import { AckTabs } from './ack-tabs.js';

/** As people read them: hours, minutes, heads, percent, a number. */
const FIELDS = [
  { name: 'oldAfterSeconds', unit: 3600, min: 1, max: 720 },
  { name: 'lateAfterSeconds', unit: 60, min: 1, max: 43_200 },
  { name: 'vipFollowers', unit: 1, min: 1, max: 1_000_000_000 },
  { name: 'leastConfidence', unit: 0.01, min: 0, max: 100 },
  { name: 'perHour', unit: 1, min: 0, max: 10_000 },
] as const;
type Name = (typeof FIELDS)[number]['name'];
const shown = (value: number | null | undefined, unit: number) =>
  value === null || value === undefined ? '' : Math.round((value / unit) * 100) / 100;

export function LimitsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useLimits();
  return (
    <Page title={t('limits.title')} sub={t('limits.sub')}>
      <AckTabs />
      {error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : data ? <Everything view={data} /> : <RowsSkeleton />}
    </Page>
  );
}

function Everything({ view }: { view: LimitsView }) {
  const { t } = useTranslation();
  const mayWrite = useMe().data?.roles.includes('manager') ?? false;
  return (
    <div className="grid">
      <Panel title={t('limits.everywhere')} span="c12">
        <Form key={JSON.stringify(view.everywhere)} mayWrite={mayWrite} start={view.everywhere} beside={view.shipped} />
      </Panel>
      {view.accounts.length === 0 ? (
        <section className="panel c12">
          <EmptyState icon={<IconAdjustments size={26} stroke={1.6} aria-hidden />} title={t('limits.noAccounts')} words={t('limits.noAccountsWords')} />
        </section>
      ) : (
        view.accounts.map((account) => <AccountPanel key={account.sourceId} account={account} view={view} mayWrite={mayWrite} />)
      )}
      {!mayWrite && <p className="form__hint">{t('settings.managersOnly')}</p>}
    </div>
  );
} // prettier-ignore

function AccountPanel({ account, view, mayWrite }: { account: LimitsView['accounts'][number]; view: LimitsView; mayWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const changed = account.by && account.changedAt ? t('limits.changed', { name: account.by.name, when: format.when(account.changedAt, now) }) : t('limits.asEverywhere'); // prettier-ignore
  return (
    <Panel title={account.handle ? atHandle(account.handle) : account.name} span="c12" aside={<><NetworkIcon network={account.network} /> {changed}</>}>
      <Form key={JSON.stringify(account.own)} mayWrite={mayWrite} start={account.own} beside={view.everywhere} sourceId={account.sourceId} />
    </Panel>
  );
} // prettier-ignore

interface FormProps {
  mayWrite: boolean;
  start: AccountLimits;
  /** What holds where nothing is entered. */
  beside: Limits;
  /** Absent: everywhere. */
  sourceId?: string;
}

function Form({ mayWrite, start, beside, sourceId }: FormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [values, setValues] = useState<AccountLimits>(start);
  const save = useSetLimits();
  const sayProblem = useSayProblem();
  const set = (name: Name, value: number | null | undefined) => {
    const { [name]: _, ...rest } = values;
    setValues(value === undefined ? rest : { ...rest, [name]: value });
  };
  const standing = (value: number | null | undefined, unit: number) => {
    const here = shown(value, unit);
    return here === '' || here === 0 ? undefined : format.number(here);
  };
  const dirty = JSON.stringify(sorted(values)) !== JSON.stringify(sorted(start));
  const body = sourceId === undefined ? { everywhere: { ...beside, perHour: null, ...values } } : { sourceId, own: values };
  return (
    <form
      className="limits"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(body, { onSuccess: () => say(t('common.saved')), onError: sayProblem });
      }}
    >
      {FIELDS.map(({ name, unit, min, max }) => (
        <NumberInput
          key={name}
          label={t(`limits.field.${name}`)}
          description={t(`limits.unit.${name}`)}
          placeholder={standing(beside[name], unit) ?? t('limits.asRules')}
          value={shown(values[name], unit)}
          min={min}
          max={max}
          clampBehavior="blur"
          allowDecimal={unit !== 1}
          decimalScale={2}
          thousandSeparator={format.groups}
          decimalSeparator={format.point}
          hideControls
          readOnly={!mayWrite}
          onChange={(value) => set(name, value === '' ? undefined : Math.round(Number(value) * unit * 10_000) / 10_000)}
        />
      ))}
      {mayWrite && (
        <div className="limits__foot">
          {sourceId !== undefined && Object.keys(start).length > 0 && (
            <Button variant="default" onClick={() => save.mutate({ sourceId, own: {} }, { onError: sayProblem })}>
              {t('limits.reset')}
            </Button>
          )}
          <Button type="submit" disabled={!dirty} loading={save.isPending}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </form>
  );
}

const sorted = (values: AccountLimits) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
