/** One case on one screen: what was said, what runs out, what may be done, and the box to answer in. */
import type { MeView } from '#libs/contracts/views/people.js';
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../api/cases.js';
import { useKey } from '../../components/keyboard.js';
import { lazyPart } from '../../components/lazy-part.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { CaseHead } from './case-head.js';
import { CaseRail } from './case-rail.js';
import { Composer } from './composer.js';
import { Timeline } from './timeline.js';
import { useComposer } from './use-composer.js';
import type { CaseView } from '#libs/contracts/views/case.js';

const ClockRecorder = lazyPart(() => import('./clock-recorder.js'), 'ClockRecorder');

interface Props {
  id: string;
  me: MeView;
  onClose: () => void;
}

export function CasePane({ id, me, onClose }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCase(id);
  useKey('Escape', onClose);
  if (data) return <LoadedCase view={data} me={me} onClose={onClose} />;
  return (
    <section className="case" aria-label={t('case.number', { id })}>
      <div className="case__wait">
        <Button variant="default" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={onClose}>
          {t('case.back')}
        </Button>
        {error ? (
          <ErrorCard error={error} title={t('case.number', { id })} onRetry={() => void refetch()} />
        ) : (
          <RowsSkeleton rows={6} />
        )}
      </div>
    </section>
  );
}

function LoadedCase({ view, me, onClose }: { view: CaseView; me: MeView; onClose: () => void }) {
  const { t } = useTranslation();
  const [details, setDetails] = useState(false);
  const composer = useComposer(view, me);
  return (
    <>
      <section className="case" aria-label={t('case.number', { id: view.card.id })}>
        <CaseHead view={view} me={me} onClose={onClose} onDetails={() => setDetails((now) => !now)} detailsOpen={details} />
        <Timeline view={view} me={me} onTakeText={composer.putBack} />
        <Composer view={view} me={me} composer={composer} />
      </section>
      <Recorder caseId={view.card.id} />
      <div className="desk__rail" data-open={details || undefined}>
        <CaseRail view={view} onClose={() => setDetails(false)} />
      </div>
    </>
  );
}

/** The flight recorder, when a figure led here. */
function Recorder({ caseId }: { caseId: string }) {
  const { recorder } = useSearch({ strict: false }) as { recorder?: boolean };
  const navigate = useNavigate();
  if (!recorder) return null;
  const close = () => void navigate({ to: '.', search: (before) => ({ ...before, recorder: undefined }), replace: true });
  return (
    <Suspense>
      <ClockRecorder caseId={caseId} onClose={close} />
    </Suspense>
  );
}
