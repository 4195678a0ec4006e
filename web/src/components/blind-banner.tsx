/** A banner over every room while a source hears nothing and nobody has taken notice. */
import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { useSeeAlarm, useSourceAlarms } from '../api/coverage.js';
import { useNow } from '../live/server-clock.js';
import { useFormat } from './format.js';
import { useSayProblem } from './problem-words.js';

export function BlindBanner({ mayLook }: { mayLook: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const see = useSeeAlarm();
  const sayProblem = useSayProblem();
  const open = (useSourceAlarms(mayLook).data?.items ?? []).filter((a) => a.endedAt === null && a.acknowledgedAt === null);
  const [first] = open;
  if (!first) return null;
  const seeAll = () => open.forEach((alarm) => see.mutate(alarm.id, { onError: sayProblem }));
  const why = t(`healthReason.${first.reason}`);
  return (
    <div className="banner banner--blind" role="alert">
      <IconEyeOff size={16} aria-hidden />
      <span>
        {open.length === 1 ? (
          <Trans
            t={t}
            i18nKey="banner.blind"
            values={{ name: first.source.name, time: format.when(first.blindSince, now), why }}
            components={{ b: <strong /> }}
          />
        ) : (
          <Trans t={t} i18nKey="banner.blindMany" count={open.length} components={{ b: <strong /> }} />
        )}
      </span>
      <span className="banner__do">
        {open.length === 1 ? (
          <Link to="/sources/$sourceId" params={{ sourceId: first.source.id }}>
            {t('banner.look')}
          </Link>
        ) : (
          <Link to="/coverage">{t('banner.look')}</Link>
        )}
        <Button variant="default" loading={see.isPending} onClick={seeAll}>
          {t('banner.seen')}
        </Button>
      </span>
    </div>
  );
}
