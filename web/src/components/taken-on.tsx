/** Who is on an early alarm, or the button that says so. */
import type { EarlyAlarmView } from '#libs/contracts/views/foresight.js';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTakeOnAlarms } from '../api/foresight.js';
import { useMe } from '../api/session.js';
import { useNow } from '../live/server-clock.js';
import { useFormat } from './format.js';
import { useSayProblem } from './problem-words.js';

interface Props extends Pick<EarlyAlarmView, 'acknowledgedBy' | 'acknowledgedAt'> {
  /** Those that are taken on together. */
  ids: readonly string[];
  /** What has passed is taken on by nobody. */
  goesOn: boolean;
}

export function TakenOn({ ids, acknowledgedBy, acknowledgedAt, goesOn }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const take = useTakeOnAlarms();
  const sayProblem = useSayProblem();
  const mayTake = useMe().data?.roles.some((role) => role !== 'viewer') ?? false;
  if (acknowledgedBy)
    return (
      <span className="plain num">
        <IconCheck size={14} stroke={2} aria-hidden />
        {t('tower.noticed', { name: acknowledgedBy.name })}
        {acknowledgedAt && `, ${format.when(acknowledgedAt, now)}`}
      </span>
    );
  if (!goesOn || !mayTake) return null;
  return (
    <Button variant="default" loading={take.isPending} onClick={() => take.mutate(ids, { onError: sayProblem })}>
      {t('tower.notice')}
    </Button>
  );
}
