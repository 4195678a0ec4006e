/** What if: the last weeks replayed under these terms, beside what was promised then. It can be left, and cancelled. */
import type { StandardTerms } from '#libs/contracts/http/standards.js';
import { STAFFED_CLOCKS, type Replayed, type Staffing, type WhatIfView } from '#libs/contracts/http/what-if.js';
import { Button, Switch } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { useAskWhatIf, useCancelWhatIf, useWhatIf } from '../../api/standards.js';
import { useFormat } from '../../components/format.js';
import { Panel } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { Table } from '../../components/table.js';
import { StaffedResult, StaffingEditor, usualStaffing } from './staffing-editor.js';

const WEEKS = 4;

export function WhatIfPanel({ terms, standardId, possible }: { terms: StandardTerms; standardId: string | null; possible: boolean }) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const [id, setId] = useState<string | null>(null);
  const [staffing, setStaffing] = useState<Staffing | null>(null);
  const ask = useAskWhatIf();
  // Others do not stop when a person answers, so how many are there tells nothing of them.
  const staffable = (STAFFED_CLOCKS as readonly string[]).includes(terms.clock);
  const view = useWhatIf(id).data;
  const begin = () => ask.mutate({ terms, standardId, weeks: WEEKS, staffing: staffable ? staffing : null }, { onSuccess: (begun) => setId(begun.id), onError: sayProblem });
  return (
    <Panel title={t('whatIf.title')} aside={t('whatIf.weeks', { count: WEEKS })}>
      {!view && <p className="say">{t('whatIf.words')}</p>}
      {view && <Progress view={view} />}
      {view && view.state !== 'running' && <Result view={view} />}
      {view?.state !== 'running' && staffable && (
        <Switch mb="sm" label={t('whatIf.others')} description={t('whatIf.othersWords')} checked={staffing !== null} onChange={(e) => setStaffing(e.currentTarget.checked ? usualStaffing() : null)} />
      )}
      {view?.state !== 'running' && staffable && staffing && <StaffingEditor staffing={staffing} onChange={setStaffing} />}
      {view?.state !== 'running' && (
        <Button variant="default" disabled={!possible} loading={ask.isPending} leftSection={<IconFlask size={15} aria-hidden />} onClick={begin}>
          {t(view ? 'whatIf.again' : 'whatIf.begin')}
        </Button>
      )}
    </Panel>
  );
} // prettier-ignore

function Progress({ view }: { view: WhatIfView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useCancelWhatIf();
  const share = view.total ? view.done / view.total : 0;
  return (
    <div className="whatif__progress" aria-live="polite">
      <p className="say">
        {t(`whatIf.${view.state}`, { done: format.number(view.done), total: format.number(view.total ?? view.done) })}
      </p>
      {view.state === 'running' && (
        <>
          <div className="bar" role="progressbar" aria-label={t('whatIf.title')} aria-valuenow={Math.round(share * 100)}>
            <i className="fill-ok" style={{ width: `${share * 100}%` }} />
          </div>
          <Button variant="subtle" size="compact-sm" loading={cancel.isPending} onClick={() => cancel.mutate(view.id)}>
            {t('common.cancel')}
          </Button>
        </>
      )}
    </div>
  );
}

const ROWS = [
  'met',
  'late',
  'unacceptable',
  'open',
  'lateBlind',
  'lateQueue',
  'lateOwn',
  'excluded',
  'withdrawn',
] as const satisfies readonly (keyof Replayed)[];

function Result({ view }: { view: WhatIfView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = [
    ['before', view.before],
    ['after', view.after],
    ...(view.staffed ? [['staffed', view.staffed.kept] as const] : []),
  ] as const;
  const kept = ({ met, late }: Replayed) => (met + late === 0 ? '–' : format.percent(met / (met + late)));
  const last = columns.length - 1;
  return (
    <>
      <Table
        className="whatif__table"
        columns={[{ words: t('whatIf.clocks') }, ...columns.map(([name]) => ({ words: t(`whatIf.${name}`), className: 'r' }))]}
      >
        <tr>
          <td>
            <strong>{t('whatIf.kept')}</strong>
          </td>
          {columns.map(([name, counts], i) => (
            <td key={name} className="r num">
              {i === last ? <strong>{kept(counts)}</strong> : kept(counts)}
            </td>
          ))}
        </tr>
        {ROWS.map((row) => (
          <tr key={row}>
            <td>{t(`whatIf.${row}`)}</td>
            {columns.map(([name, counts]) => (
              <td key={name} className="r num">
                {format.number(counts[row])}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      <p className="say">{t('whatIf.moved', { better: format.number(view.better), worse: format.number(view.worse) })}</p>
      {view.staffed && <StaffedResult staffed={view.staffed} />}
    </>
  );
}
