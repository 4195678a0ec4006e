/** The flight recorder: every clock of the case, what started and stopped it, whose the wait was, at any moment of its history. */
import type { CaseClocks, ClockRecord, FactView } from '#libs/contracts/views/case-clocks.js';
import { Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseClocks } from '../../api/standards.js';
import { useFormat } from '../../components/format.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';

export function ClockRecorder({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [at, setAt] = useState('');
  const recorded = useCaseClocks(caseId, at);
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={<span className="modal-title">{t('recorder.title')}</span>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {recorded.error ? (
        <ErrorCard error={recorded.error} />
      ) : !recorded.data ? (
        <RowsSkeleton />
      ) : (
        <Recorded view={recorded.data} caseId={caseId} at={at} onAt={setAt} />
      )}
    </Modal>
  );
}

function Recorded({ view, caseId, at, onAt }: { view: CaseClocks; caseId: string; at: string; onAt: (at: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="recorder">
      <Moments caseId={caseId} at={at} onAt={onAt} />
      {view.clocks.length === 0 && <p className="say">{t('recorder.none')}</p>}
      {view.clocks.map((clock) => (
        <Recording key={`${clock.kind}${clock.episode}`} clock={clock} facts={view.facts} />
      ))}
    </div>
  );
}

/** Every moment at which the desk learned something; as it is known now, the newest on top. */
function Moments({ caseId, at, onAt }: { caseId: string; at: string; onAt: (at: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const facts = useCaseClocks(caseId, '').data?.facts ?? [];
  const moments = facts.map((f) => ({ value: f.knownAt, label: `${format.when(f.knownAt, now)} · ${t(`recorder.fact.${f.kind}`)}` }));
  return (
    <NativeSelect
      label={t('recorder.asOf')}
      description={t('recorder.asOfWords')}
      value={at}
      onChange={(event) => onAt(event.currentTarget.value)}
      data={[{ value: '', label: t('recorder.now') }, ...moments.reverse()]}
    />
  );
} // prettier-ignore

function Recording({ clock, facts }: { clock: ClockRecord; facts: readonly FactView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const fact = (id: string) => facts.find((f) => f.id === id);
  const when = (at: string) => format.when(at, now);
  const start = fact(clock.startedBy);
  const stop = clock.stoppedBy ? fact(clock.stoppedBy) : undefined;
  const lines = [
    start && t('recorder.started', { fact: t(`recorder.fact.${start.kind}`), when: when(clock.startedAt) }),
    start && start.knownAt > start.at && t('recorder.knownLater', { when: when(start.knownAt) }),
    t('recorder.due', { when: when(clock.dueAt) }),
    clock.breachedAt && t('recorder.late', { when: when(clock.breachedAt) }),
    clock.failedAt && t('recorder.unacceptable', { when: when(clock.failedAt) }),
    clock.pausedSince && t('recorder.paused', { when: when(clock.pausedSince) }),
    stop && clock.stoppedAt && t('recorder.stopped', { fact: t(`recorder.fact.${stop.kind}`), when: when(clock.stoppedAt) }),
  ];
  return (
    <section className="recorder__clock">
      <h3>
        <span>
          {t(`clockKind.${clock.kind}`)}
          {clock.episode > 1 && <span className="dim"> · {t('recorder.episode', { n: clock.episode })}</span>}
        </span>
        <span className={`tone-${clock.state === 'breached' || clock.state === 'met-late' ? 'late' : 'ok'}`}>{t(`clockState.${clock.state}`)}</span>
      </h3>
      <p className="dim">{clock.sentence}</p>
      <p>{lines.filter(Boolean).join(' · ')}</p>
      <Shares clock={clock} />
    </section>
  );
} // prettier-ignore

/** Which part of the wait was ours. */
function Shares({ clock }: { clock: ClockRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = [['blind', clock.blindSeconds], ['queue', clock.queueSeconds], ['own', clock.ownSeconds]] as const;
  const all = parts.reduce((sum, [, seconds]) => sum + seconds, 0);
  if (all === 0) return null;
  return (
    <>
      <div className="shares" aria-hidden>
        {parts.map(([name, seconds]) => (
          <i key={name} className={`shares__${name}`} style={{ width: `${(seconds / all) * 100}%` }} />
        ))}
      </div>
      <p>{parts.filter(([, s]) => s > 0).map(([name, s]) => t(`recorder.${name}`, { span: format.span(s * 1000) })).join(' · ')}</p>
    </>
  );
} // prettier-ignore
