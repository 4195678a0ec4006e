/** Over every room: machines are stopped, or a storm has handed a team over to people. */
import { IconHandStop } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAutomation } from '../api/acknowledgements.js';
import { useNow } from '../live/server-clock.js';
import { useFormat } from './format.js';

export function AutomationBanner() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { data } = useAutomation();
  const hold = data?.holds[0];
  if (!data || (!data.stopped && !hold)) return null;
  const words = data.stopped
    ? t('automation.stoppedBanner', { name: data.by?.name ?? '', time: data.at ? format.when(data.at, now) : '' })
    : t('automation.stormBanner', { time: format.when(hold?.since ?? '', now) });
  return (
    <div className="banner banner--offline" role="status">
      <IconHandStop size={16} aria-hidden />
      <span>{words}</span>
      <Link to="/acknowledgements" className="banner__link">
        {t('room.acknowledgements')}
      </Link>
    </div>
  );
}
