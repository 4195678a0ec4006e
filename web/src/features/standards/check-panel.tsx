/** What the terms would do: what speaks against them, and the stored cases they would catch. */
import type { CheckedStandard } from '#libs/contracts/http/standards.js';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStandards } from '../../api/standards.js';
import { Panel } from '../../components/page.js';
import { useFormat } from '../../components/format.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';

interface Props {
  /** undefined: it is new, and would stand at the end. */
  id: string | undefined;
  checked: CheckedStandard | undefined;
  error: unknown;
}

export function CheckPanel({ id, checked, error }: Props) {
  const { t } = useTranslation();
  return (
    <Panel title={t('standards.catches')} aside={t('standards.lastDays')}>
      {error ? <ErrorCard error={error} /> : checked ? <Checked id={id} checked={checked} /> : <RowsSkeleton rows={3} />}
    </Panel>
  );
}

/** Where it meets the other standards of its clock. */
function Meets({ id, overlaps }: { id: string | undefined; overlaps: CheckedStandard['overlaps'] }) {
  const { t } = useTranslation();
  const items = useStandards().data?.items ?? [];
  return overlaps.map(({ first, second, hidden }) => {
    const goesFirst = first === id;
    const n = items.findIndex((item) => item.id === (goesFirst ? second : first)) + 1;
    const key = goesFirst ? (hidden ? 'takes' : 'first') : hidden ? 'hidden' : 'second';
    return (
      <p key={first + second} className={hidden ? 'say tone-soon' : 'say'}>
        {hidden ? <IconAlertTriangle size={15} stroke={2.2} aria-hidden /> : <IconInfoCircle size={15} aria-hidden />}{' '}
        {t(`standards.meet_${key}`, { n })}
      </p>
    );
  });
}

function Checked({ id, checked }: { id: string | undefined; checked: CheckedStandard }) {
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
      <Meets id={id} overlaps={checked.overlaps} />
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
