/** The one switch: stopping is one press without a question, starting again asks. */
import { Button } from '@mantine/core';
import { IconHandStop, IconPlayerPlay, IconPlayerStopFilled, IconWind } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAutomation, useTurnAutomation } from '../../api/acknowledgements.js';
import { useMe } from '../../api/session.js';
import { AskFirst } from '../../components/ask-first.js';
import { useFormat } from '../../components/format.js';
import { useSayProblem } from '../../components/problem-words.js';
import { useNow } from '../../live/server-clock.js';

export function StopSwitch() {
  const { t } = useTranslation();
  const { data } = useAutomation();
  if (!data) return <div className="stop" aria-busy="true" />;
  return (
    <>
      <div className="stop" role="group" aria-label={t('automation.label')} data-stopped={data.stopped || undefined}>
        <span className="stop__icon">
          <IconHandStop size={22} stroke={1.9} aria-hidden />
        </span>
        {data.stopped ? <Stopped /> : <Running />}
      </div>
      {data.holds.map((hold) => (
        <Storm key={hold.id} id={hold.id} since={hold.since} sentBefore={hold.sentBefore} />
      ))}
    </>
  );
}

function Running() {
  const { t } = useTranslation();
  const turn = useTurnAutomation();
  const sayProblem = useSayProblem();
  const mayStop = useMe().data?.roles.some((role) => role !== 'viewer');
  return (
    <>
      <div>
        <strong>{t('automation.running')}</strong>
        <p>{t('automation.runningWords')}</p>
      </div>
      {mayStop && (
        <Button
          size="sm"
          color="red"
          loading={turn.isPending}
          leftSection={<IconPlayerStopFilled size={15} aria-hidden />}
          onClick={() => turn.mutate('stop', { onError: sayProblem })}
        >
          {t('automation.stop')}
        </Button>
      )}
    </>
  );
}

function Stopped() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const { data } = useAutomation();
  const turn = useTurnAutomation();
  const mayStart = useMe().data?.roles.includes('manager');
  const at = data?.at ? format.when(data.at, now) : '';
  return (
    <>
      <div>
        <strong>{t('automation.stopped')}</strong>
        <p>
          {t('automation.stoppedWords', { name: data?.by?.name ?? '', time: at })}{' '}
          {t('automation.tookBack', { count: data?.cancelled ?? 0 })}
        </p>
      </div>
      {mayStart && (
        <Button
          size="sm"
          variant="default"
          leftSection={<IconPlayerPlay size={15} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {t('automation.start')}
        </Button>
      )}
      {asking && (
        <AskFirst
          title={t('automation.startTitle')}
          words={t('automation.startWords')}
          action={t('automation.start')}
          pending={turn.isPending}
          error={turn.error}
          onCancel={() => setAsking(false)}
          onDo={() => turn.mutate('start', { onSuccess: () => setAsking(false) })}
        />
      )}
    </>
  );
}

function Storm({ id, since, sentBefore }: { id: string; since: string; sentBefore: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const turn = useTurnAutomation();
  const mayEnd = useMe().data?.roles.includes('manager');
  return (
    <div className="stop" role="group" aria-label={t('automation.storm')}>
      <span className="stop__icon">
        <IconWind size={22} stroke={1.9} aria-hidden />
      </span>
      <div>
        <strong>{t('automation.storm')}</strong>
        <p>{t('automation.stormWords', { time: format.when(since, now), count: sentBefore })}</p>
      </div>
      {mayEnd && (
        <Button size="sm" variant="default" loading={turn.isPending} onClick={() => turn.mutate({ endHold: id })}>
          {t('automation.endStorm')}
        </Button>
      )}
    </div>
  );
}
