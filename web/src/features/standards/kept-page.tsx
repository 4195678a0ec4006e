/** What stands behind the Watchtower's share of promises kept: the clocks of all standards, decided in the last 24 hours. */
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../components/back-link.js';
import { Page } from '../../components/page.js';
import { CountedClocks } from './counted-clocks.js';

export function KeptPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('tower.kept')} sub={t('tower.keptSub')} actions={<BackLink to="/watchtower" words={t('room.watchtower')} />}>
      <CountedClocks id={null} />
    </Page>
  );
}
