/** One rung: after how long, who, and by which ways. */
import { NOTICE_CHANNELS, RUNG_TARGETS, type NoticeChannel, type Rung } from '#libs/contracts/http/ladders.js';
import { ActionIcon, MultiSelect, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAlarmHooks } from '../../api/escalation.js';
import { usePeople } from '../../api/people.js';

interface Props {
  rung: Rung;
  number: number;
  /** The last one cannot be taken away. */
  only: boolean;
  onChange: (rung: Rung | undefined) => void;
}

export function RungFields({ rung, number, only, onChange }: Props) {
  const { t } = useTranslation();
  const people = usePeople().data?.items ?? [];
  const hooks = useAlarmHooks().data?.items ?? [];
  const named = rung.to === 'person' ? people : rung.to === 'hook' ? hooks : [];
  const choose = (to: Rung['to']) => {
    const first = to === 'person' ? people[0]?.id : to === 'hook' ? hooks[0]?.id : undefined;
    onChange({
      ...rung,
      to,
      targetId: first ?? null,
      by: to === 'hook' ? ['webhook'] : rung.to === 'hook' ? ['desk'] : rung.by,
    });
  };
  return (
    <div className="rung-fields" role="group" aria-label={t('escalation.rung', { n: number })}>
      <NumberInput
        label={t('escalation.minutes')}
        min={0}
        max={10_080}
        hideControls
        suffix={` ${t('time.minutes')}`}
        value={rung.afterSeconds / 60}
        onChange={(value) => typeof value === 'number' && onChange({ ...rung, afterSeconds: Math.round(value * 60) })}
      />
      <Select
        label={t('escalation.to')}
        allowDeselect={false}
        data={RUNG_TARGETS.filter((to) => to !== 'hook' || hooks.length > 0).map((value) => ({
          value,
          label: t(`rungTo.${value}`),
        }))}
        value={rung.to}
        onChange={(to) => to && choose(to as Rung['to'])}
      />
      {named.length > 0 && (
        <Select
          label={t('escalation.which')}
          allowDeselect={false}
          data={named.map(({ id, name }) => ({ value: id, label: name }))}
          value={rung.targetId}
          onChange={(targetId) => onChange({ ...rung, targetId })}
        />
      )}
      {rung.to !== 'hook' && (
        <MultiSelect
          label={t('escalation.by')}
          data={NOTICE_CHANNELS.map((value) => ({
            value,
            label: value === 'webhook' ? t('myNotices.own') : t(`channel.${value}`),
          }))}
          value={rung.by}
          onChange={(by) => by.length > 0 && onChange({ ...rung, by: by as NoticeChannel[] })}
        />
      )}
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t('escalation.removeRung', { n: number })}
        disabled={only}
        onClick={() => onChange(undefined)}
      >
        <IconX size={15} aria-hidden />
      </ActionIcon>
    </div>
  );
}
