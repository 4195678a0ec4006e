/** What stands behind the Watchtower's share of promises kept: the clocks of all standards, decided in the last 24 hours. */
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.js';
import { CountedClocks } from './counted-clocks.js';

export function KeptPage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('tower.kept')}
      sub={t('tower.keptSub')}
      actions={
        <Link to="/watchtower" className="back">
          <IconArrowLeft size={15} aria-hidden />
          {t('room.watchtower')}
        </Link>
      }
    >
      <CountedClocks id={null} />
    </Page>
  );
}
