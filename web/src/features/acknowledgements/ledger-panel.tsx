/** Every word that was sent, held or only imagined, each with its reason; shadow lines can be judged. */
import type { DecisionView } from '#libs/contracts/http/acknowledgements.js';
import { ActionIcon, Button, Switch, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClockHour4, IconDownload, IconEyeCheck, IconGhost2, IconMinus, IconRobotOff, IconThumbDown, IconThumbUp } from '@tabler/icons-react'; // prettier-ignore
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAcknowledgementLedger, useJudgeDecision } from '../../api/acknowledgements.js';
import { useMe } from '../../api/session.js';
import { useFormat } from '../../components/format.js';
import { NetworkIcon } from '../../components/network.js';
import { Panel } from '../../components/page.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { Table } from '../../components/table.js';
import { useNow } from '../../live/server-clock.js';
import { useDecisionWords } from './decision-words.js';

export function LedgerPanel() {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const ledger = useAcknowledgementLedger(!all);
  const lines = ledger.data?.pages.flatMap((page) => page.items) ?? [];
  const mayTake = useMe().data?.roles.includes('manager');
  return (
    <Panel title={t('acks.ledger')} span="c8" flush aside={<Aside all={all} onAll={setAll} mayTake={mayTake} />}>
      {ledger.error ? (
        <ErrorCard error={ledger.error} onRetry={() => void ledger.refetch()} />
      ) : ledger.isPending ? (
        <RowsSkeleton />
      ) : lines.length === 0 ? (
        <EmptyState
          icon={<IconEyeCheck size={26} stroke={1.6} aria-hidden />}
          title={t('acks.ledgerEmpty')}
          words={t('acks.ledgerEmptyWords')}
        />
      ) : (
        <>
          <Lines lines={lines} />
          {ledger.hasNextPage && (
            <div className="ledger__more">
              <Button variant="default" loading={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
                {t('acks.older')}
              </Button>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}

function Aside({ all, onAll, mayTake }: { all: boolean; onAll: (all: boolean) => void; mayTake: boolean | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <Switch size="xs" label={t('acks.withoutRule')} checked={all} onChange={(event) => onAll(event.currentTarget.checked)} />
      {mayTake && (
        <a href={`/api/v1/acknowledgements/export${all ? '' : '?acted=true'}`} download className="ledger__export">
          <IconDownload size={14} aria-hidden />
          {t('acks.export')}
        </a>
      )}
    </>
  );
}

function Lines({ lines }: { lines: DecisionView[] }) {
  const { t } = useTranslation();
  return (
    <Table
      columns={[{ words: t('acks.time') }, { words: t('acks.to') }, { words: t('acks.words') }, { words: t('acks.outcome') }]}
    >
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </Table>
  );
}

function Line({ line }: { line: DecisionView }) {
  const format = useFormat();
  const now = useNow();
  const { said, outcome, look } = useDecisionWords()(line);
  const [Icon, tone] = LOOK[look];
  return (
    <tr>
      <td className="num dim">{format.when(line.at, now)}</td>
      <td>
        <Link to="/cases/$caseId" params={{ caseId: line.caseId }} className="who cell-link">
          <NetworkIcon network={line.network} />
          {line.author.name ?? line.author.handle ?? '?'}
        </Link>
      </td>
      <td>
        <span lang={line.text ? (line.lang ?? undefined) : undefined}>{said}</span>
        {line.rule && <span className="cell-sub">{line.rule.name}</span>}
      </td>
      <td>
        <span className={`plain ${tone} ledger__outcome`}>
          <Icon size={15} aria-hidden />
          {outcome}
        </span>
        {line.outcome === 'would-send' && <Judge line={line} />}
      </td>
    </tr>
  );
}

const LOOK = {
  sent: [IconCircleCheck, 'tone-ok'],
  waiting: [IconClockHour4, 'dim'],
  held: [IconRobotOff, 'tone-ok'],
  shadow: [IconGhost2, 'tone-brand'],
  trouble: [IconAlertTriangle, 'tone-late'],
  none: [IconMinus, 'dim'],
} as const;

function Judge({ line }: { line: DecisionView }) {
  const { t } = useTranslation();
  const judge = useJudgeDecision();
  const may = useMe().data?.roles.some((role) => role === 'manager' || role === 'responder');
  if (!may) return null;
  return (
    <span className="ledger__judge">
      {([true, false] as const).map((right) => {
        const Icon = right ? IconThumbUp : IconThumbDown;
        const chosen = line.judgedRight === right;
        return (
          <Tooltip key={String(right)} label={t(right ? 'acks.right' : 'acks.wrong')}>
            <ActionIcon
              size={24}
              variant={chosen ? 'filled' : 'subtle'}
              aria-label={t(right ? 'acks.right' : 'acks.wrong')}
              aria-pressed={chosen}
              onClick={() => judge.mutate({ id: line.id, right: chosen ? null : right })}
            >
              <Icon size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </span>
  );
}
