/** Who is in a tier: found by name, taken out again. */
import type { CustomerTierView } from '#libs/contracts/http/customer-tiers.js';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomerMarks, useTierStep } from '../../api/customer-tiers.js';
import { useFormat } from '../../components/format.js';
import { TierChip } from '../../components/marks.js';
import { NetworkIcon } from '../../components/network.js';
import { Panel } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { Table } from '../../components/table.js';
import { useNow } from '../../live/server-clock.js';

const STEP = 50;
const MOST = 200;

export function CustomerList({ tiers }: { tiers: readonly CustomerTierView[] }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [tier, setTier] = useState('');
  const [most, setMost] = useState(STEP);
  const [q] = useDebouncedValue(words.trim(), 250);
  const list = useCustomerMarks(q, tier, most);
  return (
    <Panel title={t('customers.list')} flush>
      <div className="toolbar toolbar--panel" role="search" aria-label={t('customers.list')}>
        <TextInput aria-label={t('customers.search')} placeholder={t('customers.search')} leftSection={<IconSearch size={15} aria-hidden />} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        <NativeSelect aria-label={t('customers.tier')} value={tier} onChange={(event) => setTier(event.currentTarget.value)} data={[{ value: '', label: t('customers.anyTier') }, ...tiers.map((one) => one.tier)]} />
      </div>
      {list.error ? <ErrorCard error={list.error} onRetry={() => void list.refetch()} /> : list.data ? <CustomerTable items={list.data.items} /> : <RowsSkeleton />}
      {list.data?.nextCursor && (
        <div className="panel__more">
          {most < MOST ? <Button variant="subtle" onClick={() => setMost(most + STEP)}>{t('common.more')}</Button> : <p className="dim">{t('customers.narrow')}</p>}
        </div>
      )}
    </Panel>
  );
} // prettier-ignore

function CustomerTable({ items }: { items: NonNullable<ReturnType<typeof useCustomerMarks>['data']>['items'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const step = useTierStep();
  const sayProblem = useSayProblem();
  if (items.length === 0) return <p className="panel__none">{t('customers.nobody')}</p>;
  return (
    <Table columns={[{ words: t('customers.customer') }, { words: t('customers.tier') }, { words: t('customers.since'), className: 'hide-sm' }, { words: t('common.actions'), silent: true }]}>
      {items.map((mark) => (
        <tr key={mark.id}>
          <td>
            <span className="customer-name">
              <NetworkIcon network={mark.network} />
              <strong className="truncate">{mark.name}</strong>
            </span>
          </td>
          <td>
            <TierChip tier={mark.tier} />
          </td>
          <td className="hide-sm dim num">
            {format.when(mark.at, now)}
            {mark.by && ` · ${mark.by.name}`}
          </td>
          <td className="r">
            <Button size="compact-sm" variant="subtle" loading={step.isPending && step.variables.do === 'remove' && step.variables.id === mark.id} onClick={() => step.mutate({ do: 'remove', id: mark.id }, { onError: sayProblem })}>
              {t('common.remove')}
            </Button>
          </td>
        </tr>
      ))}
    </Table>
  );
} // prettier-ignore
