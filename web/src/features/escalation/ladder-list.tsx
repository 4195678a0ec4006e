/** Ladders as people say them: on what, and who is told after how long, rung by rung. */
import type { LadderView, Rung } from '#libs/contracts/http/ladders.js';
import { Button } from '@mantine/core';
import { IconStairs } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAlarmHooks } from '../../api/escalation.js';
import { usePeople } from '../../api/people.js';
import { EmptyState } from '../../components/states.js';
import { useFormat } from '../../components/format.js';

interface Props {
  ladders: LadderView[];
  /** Undefined: this person only looks. */
  onEdit: ((ladder: LadderView) => void) | undefined;
}

export function LadderList({ ladders, onEdit }: Props) {
  const { t } = useTranslation();
  if (ladders.length === 0)
    return (
      <EmptyState icon={<IconStairs size={24} aria-hidden />} title={t('escalation.none')} words={t('escalation.noneWords')} />
    );
  return (
    <ol className="ladders">
      {ladders.map((ladder) => (
        <li key={ladder.id} className="ladder" data-off={!ladder.enabled || undefined}>
          <div className="ladder__head">
            <strong>{ladder.name}</strong>
            {!ladder.enabled && <span className="dim">{t('escalation.off')}</span>}
            {onEdit && (
              <Button size="compact-sm" variant="default" onClick={() => onEdit(ladder)}>
                {t('common.change')}
              </Button>
            )}
          </div>
          <p className="cell-sub">
            {ladder.on.map((trigger) => t(`trigger.${trigger}`)).join(' · ')}
            {ladder.where.priorities.length > 0 &&
              ` · ${ladder.where.priorities.map((priority) => t(`priority.${priority}`)).join(', ')}`}
            {ladder.where.risk.length > 0 && ` · ${ladder.where.risk.map((level) => t(`risk.${level}`)).join(', ')}`}
          </p>
          <ol className="rungs">
            {ladder.rungs.map((rung, i) => (
              <RungLine key={i} rung={rung} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function RungLine({ rung }: { rung: Rung }) {
  const { t } = useTranslation();
  const format = useFormat();
  const to = useRungName()(rung);
  const after =
    rung.afterSeconds === 0 ? t('escalation.atOnce') : t('escalation.after', { span: format.span(rung.afterSeconds * 1000) });
  return (
    <li>
      <span className="num">{after}</span> {to}{' '}
      <span className="dim">{rung.by.map((channel) => t(`channel.${channel}`)).join(', ')}</span>
    </li>
  );
}

/** Who stands on a rung, by name where one is named. */
function useRungName(): (rung: Rung) => string {
  const { t } = useTranslation();
  const people = usePeople().data?.items ?? [];
  const hooks = useAlarmHooks().data?.items ?? [];
  return ({ to, targetId }) => {
    const named = to === 'person' ? people : to === 'hook' ? hooks : [];
    return named.find((one) => one.id === targetId)?.name ?? t(`rungTo.${to}`);
  };
}
