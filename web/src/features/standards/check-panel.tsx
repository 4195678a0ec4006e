/** What the terms would do: what speaks against them, and the stored cases they would catch. */
import type { CheckedStandard } from '#libs/contracts/http/standards.js';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/page.js';
import { useFormat } from '../../components/format.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';

export function CheckPanel({ checked, error }: { checked: CheckedStandard | undefined; error: unknown }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('standards.catches')} aside={t('standards.lastDays')}>
      {error ? <ErrorCard error={error} /> : checked ? <Checked checked={checked} /> : <RowsSkeleton rows={3} />}
    </Panel>
  );
}

function Checked({ checked }: { checked: CheckedStandard }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <>
      {checked.faults.map((fault) => (
        <p key={fault.code} className="say tone-late" role="alert">
          <IconAlertTriangle size={15} stroke={2.2} aria-hidden /> {t(`standards.fault.${fault.code}`)}
        </p>
      ))}
      {checked.faults.length === 0 && (
        <p className="say">
          <IconCheck size={15} stroke={2.2} aria-hidden /> {t('standards.canBeKept')}
        </p>
      )}
      <p className="say">
        {t('standards.caught', { caught: format.number(checked.caught), fits: format.number(checked.fits), looked: format.number(checked.looked) })}
      </p>
      <ul className="plainlist plainlist--tight">
        {checked.sample.map((card) => (
          <li key={card.id} className="truncate">
            <Link to="/queue/$view/$caseId" params={{ view: 'open', caseId: card.id }} className="cell-link">
              {card.author.name ?? card.author.handle}: {card.preview.text}
            </Link>
            <span className="cell-sub num">{format.when(card.openedAt, now)}</span>
          </li>
        ))}
      </ul>
    </>
  );
} // prettier-ignore
