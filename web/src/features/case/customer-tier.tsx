/** The customer's tier; a manager puts them into one here. The case itself keeps what it was promised when it opened. */
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCustomerTiers, useTierStep } from '../../api/customer-tiers.js';
import { useMe } from '../../api/session.js';
import { TierChip } from '../../components/marks.js';
import { useSayProblem } from '../../components/problem-words.js';

export function CustomerTier({ authorId, tier }: { authorId: string; tier: string | null }) {
  const { t } = useTranslation();
  const mayWrite = useMe().data?.roles.includes('manager') ?? false;
  const there = useCustomerTiers().data?.items.map((one) => one.tier) ?? [];
  const step = useTierStep();
  const sayProblem = useSayProblem();
  const all = [...new Set([...there, ...(tier ? [tier] : [])])];
  if (!mayWrite || all.length === 0) return tier === null ? null : <TierChip tier={tier} />;
  return (
    <NativeSelect
      className="rail__tier"
      size="xs"
      label={t('rail.tier')}
      description={t('rail.tierWords')}
      disabled={step.isPending}
      value={tier ?? ''}
      data={[{ value: '', label: t('rail.noTier') }, ...all]}
      onChange={(event) => step.mutate({ do: 'mark', mark: { authorId, tier: event.currentTarget.value || null } }, { onError: sayProblem })}
    />
  );
} // prettier-ignore
