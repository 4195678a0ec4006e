/** The figures; each opens what it counts. */
import type { WatchtowerView } from '#libs/contracts/views/watchtower.js';
import { IconAlertTriangle, IconArrowUpRight, IconHourglassLow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';
import type { QueueView } from '../../components/rooms.js';

export function Tiles({ tower }: { tower: WatchtowerView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const late = tower.breached > 0;
  const soon = tower.atRisk > 0;
  const kept = tower.metShareToday === null ? t('tower.none') : format.percent(tower.metShareToday);
  return (
    <div className="tiles c12">
      <Tile
        view="at-risk"
        label={t('tower.lateNow')}
        tone={late ? 'late' : undefined}
        icon={late && <IconAlertTriangle size={20} stroke={2} aria-hidden />}
        value={format.number(tower.breached)}
        note={t('tower.lateWords')}
      />
      <Tile
        view="at-risk"
        label={t('tower.atRisk')}
        tone={soon ? 'soon' : undefined}
        icon={soon && <IconHourglassLow size={20} stroke={2} aria-hidden />}
        value={format.number(tower.atRisk)}
        note={t('tower.atRiskWords')}
      />
      <Tile
        view="open"
        label={t('tower.highRisk')}
        value={format.number(tower.highRisk)}
        note={t('tower.highRiskWords', { n: format.number(tower.open) })}
      />
      <Tile
        view="unclaimed"
        label={t('tower.unclaimed')}
        value={format.number(tower.unclaimed)}
        note={t('tower.unclaimedWords')}
      />
      <Link to="/watchtower/kept" className="stat">
        <TileWords label={t('tower.kept')} value={kept} note={t('tower.keptWords')} />
      </Link>
      <Link to="/mentions" search={{ days: 1 }} className="stat">
        <TileWords
          label={t('tower.heard')}
          value={format.number(tower.heardToday)}
          note={t('tower.heardWords', { count: tower.resolvedToday, n: format.number(tower.resolvedToday) })}
        />
      </Link>
    </div>
  );
}

interface Words {
  label: string;
  value: string;
  note: string;
  tone?: 'late' | 'soon';
  icon?: ReactNode;
}

function Tile({ view, ...words }: Words & { view: QueueView }) {
  return (
    <Link to="/queue/$view" params={{ view }} className="stat">
      <TileWords {...words} />
    </Link>
  );
}

function TileWords({ label, value, note, tone, icon }: Words) {
  return (
    <>
      <span className="stat__label">
        {label}
        <IconArrowUpRight size={14} aria-hidden />
      </span>
      <span className={tone ? `big tone-${tone}` : 'big'}>
        {icon}
        {value}
      </span>
      <span className="stat__note">{note}</span>
    </>
  );
}
