/** How much was heard, as two figures that open their blind times. */
import type { CoverageShares } from '#libs/contracts/views/coverage.js';
import type { WatchtowerView } from '#libs/contracts/views/watchtower.js';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';

export function CoverageLine({ coverage }: { coverage: WatchtowerView['coverage'] }) {
  const { t } = useTranslation();
  return (
    <p className="heard-line">
      <Figure shares={coverage.day} days={1} words={t('tower.heardDay')} />
      <Figure shares={coverage.week} days={7} words={t('tower.heardWeek')} />
    </p>
  );
}

function Figure({ shares, days, words }: { shares: CoverageShares; days: number; words: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (shares.live === null || shares.heard === null) return null;
  const share = format.percentDown(shares.live);
  return (
    <Link to="/coverage" search={{ days }} title={t('tower.coverageOpen', { share, later: format.percentDown(shares.heard) })}>
      <strong className={shares.live < 0.99 ? 'num tone-late' : 'num'}>{share}</strong> {words}
    </Link>
  );
}
