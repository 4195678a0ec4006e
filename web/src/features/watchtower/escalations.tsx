/** What was raised to a manager, and who is on it. */
import type { EscalationView } from '#libs/contracts/views/watchtower.js';
import type { ClockKind } from '#libs/contracts/words.js';
import { Button } from '@mantine/core';
import { IconBell, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { useAcknowledgeEscalation } from '../../api/watchtower.js';
import { useFormat } from '../../components/format.js';
import { Panel } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { useNow } from '../../live/server-clock.js';

export function Escalations({ items }: { items: EscalationView[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('tower.escalations')}>
      {items.length === 0 ? (
        <p className="panel__none panel__none--tight">{t('tower.escalationsEmpty')}</p>
      ) : (
        <ul className="plainlist plainlist--scroll" tabIndex={0}>
          {items.map((item) => (
            <Escalation key={item.id} item={item} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Escalation({ item }: { item: EscalationView }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const acknowledge = useAcknowledgeEscalation();
  const sayProblem = useSayProblem();
  const mayNotice = useMe().data?.roles.includes('manager') ?? false;
  const clock = item.clock && i18n.exists(`clockKind.${item.clock}`) ? t(`clockKind.${item.clock as ClockKind}`) : item.clock;
  return (
    <li className="escalation" data-new={item.acknowledgedAt === null || undefined}>
      <IconBell size={16} stroke={1.8} aria-hidden />
      <div>
        {item.caseId !== null && (
          <Link to="/queue/$view/$caseId" params={{ view: 'open', caseId: item.caseId }} className="cell-link">
            <strong>{t('case.number', { id: item.caseId })}</strong>
          </Link>
        )}{' '}
        <span>{clock && item.trigger === 'clock-breached' ? t('tower.broken', { clock }) : t(`trigger.${item.trigger}`)}</span>
        {item.raisedBy && (
          <span className="cell-sub">
            {t('tower.raisedBy', { name: item.raisedBy.name })}: <q>{item.reason}</q>
          </span>
        )}
        <span className="cell-sub num">{format.when(item.at, now)}</span>
      </div>
      {item.acknowledgedBy ? (
        <span className="plain">
          <IconCheck size={14} stroke={2} aria-hidden />
          {t('tower.noticed', { name: item.acknowledgedBy.name })}
        </span>
      ) : (
        mayNotice && (
          <Button
            variant="default"
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate(item.id, { onError: sayProblem })}
          >
            {t('tower.notice')}
          </Button>
        )
      )}
    </li>
  );
}
