/** One promise: its terms on the left, what they mean and would catch on the right, both at once. */
import { StandardTerms, type StandardView } from '#libs/contracts/http/standards.js';
import { useDebouncedValue } from '@mantine/hooks';
import { useParams } from '@tanstack/react-router';
import { GONE } from '../../api/client.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { useCheckStandard, useStandards } from '../../api/standards.js';
import { BackLink } from '../../components/back-link.js';
import { Page, Panel } from '../../components/page.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { CheckPanel } from './check-panel.js';
import { CountedClocks } from './counted-clocks.js';
import { PublishPanel } from './publish-panel.js';
import { Said } from './said.js';
import { TermsForm } from './terms-form.js';
import { WhatIfPanel } from './what-if-panel.js';
import { Versions } from './versions.js';

const NEW: StandardTerms = StandardTerms.parse({
  clock: 'acknowledge',
  scope: {},
  targetSeconds: 900,
  unacceptableSeconds: 3600,
  percent: 90,
});

export function StandardPage() {
  const { t } = useTranslation();
  const { standardId } = useParams({ from: '/standards/$standardId' });
  const list = useStandards();
  const found = list.data?.items.find((item) => item.id === standardId);
  if (standardId === 'new') return <Editor key="new" />;
  if (found) return <Editor key={`${found.id} ${found.draft?.id ?? found.inForce?.id}`} standard={found} />;
  return (
    <Page title={t('room.standards')} actions={<BackLink to="/standards" words={t('room.standards')} />}>
      {list.isPending ? <RowsSkeleton /> : <ErrorCard error={list.error ?? GONE} onRetry={() => void list.refetch()} />}
    </Page>
  );
}

function Editor({ standard }: { standard?: StandardView }) {
  const { t } = useTranslation();
  const [terms, setTerms] = useState<StandardTerms>(standard?.draft?.terms ?? standard?.inForce?.terms ?? NEW);
  const mayWrite = useMe().data?.roles.includes('manager') ?? false;
  const [settled] = useDebouncedValue(terms, 300);
  const checked = useCheckStandard(settled, standard?.id ?? null, mayWrite);
  const said = checked.data?.said ?? standard?.draft?.said ?? standard?.inForce?.said;
  return (
    <Page
      title={t(standard ? 'standards.one' : 'standards.new')}
      sub={t('standards.oneSub')}
      actions={
        <BackLink to="/standards" words={t('standards.back')} />
      }
    >
      <section className="panel promise promise--live" aria-live="polite">
        <div className="promise__words">
          <h2>{said ? <Said said={said} /> : '…'}</h2>
          <p>{said?.detail}</p>
        </div>
      </section>
      <div className="grid grid--top">
        <Panel title={t('standards.terms')} span="c5">
          <TermsForm terms={terms} readOnly={!mayWrite} onChange={setTerms} />
        </Panel>
        <div className="c7 stack">
          {mayWrite && <CheckPanel id={standard?.id} checked={checked.data} error={checked.error} />}
          {mayWrite && <PublishPanel standard={standard} terms={terms} faults={checked.data?.faults ?? []} />}
          {mayWrite && <WhatIfPanel terms={terms} standardId={standard?.id ?? null} possible={(checked.data?.faults.length ?? 1) === 0} />}
          {standard?.inForce && <CountedClocks id={standard.id} />}
          {standard?.inForce && <Versions id={standard.id} />}
        </div>
      </div>
    </Page>
  );
} // prettier-ignore
