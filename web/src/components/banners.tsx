/** Banners over every room: the connection is away, or everything here is invented. */
import { Button } from '@mantine/core';
import { IconCloudOff, IconFlask, IconRefresh } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { reconnectNow, useConnection } from '../live/connection.js';
import { useFormat } from './format.js';

export function OfflineBanner() {
  const { t } = useTranslation();
  const { state, since } = useConnection();
  const format = useFormat();
  if (state !== 'away' || since === null) return null;
  return (
    <div className="banner banner--offline" role="status">
      <IconCloudOff size={16} aria-hidden />
      <span>
        <Trans
          t={t}
          i18nKey="banner.offline"
          values={{ time: format.time(new Date(since).toISOString()) }}
          components={{ b: <strong /> }}
        />
      </span>
      <Button variant="default" leftSection={<IconRefresh size={14} aria-hidden />} onClick={reconnectNow}>
        {t('banner.tryNow')}
      </Button>
    </div>
  );
}

export function DemoBanner() {
  const { t } = useTranslation();
  return (
    <div className="banner banner--demo" role="note">
      <IconFlask size={16} aria-hidden />
      <span>
        <Trans t={t} i18nKey="banner.demo" components={{ b: <strong /> }} />
      </span>
    </div>
  );
}
