/** Past alarms as a table: when, of what, who was told, and what it cost. */
import type { PastAlarmView } from '#libs/contracts/views/coverage.js';
import { IconAlertTriangle, IconEyeOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';
import { NetworkIcon } from '../../components/network.js';
import { NotesSaid } from '../../components/notes-said.js';
import { Table } from '../../components/table.js';
import { useNow } from '../../live/server-clock.js';
import { Told } from './told.js';

export function PastAlarms({ items }: { items: readonly PastAlarmView[] }) {
  const { t } = useTranslation();
  return (
    <Table
      className="alarms alarms--signed"
      columns={[
        { words: t('alarms.what') },
        { words: t('coverage.when') },
        { words: t('alarms.told') },
        { words: t('coverage.cost') },
      ]}
    >
      {items.map((item) => (
        <tr key={item.key}>
          <What item={item} />
          <When item={item} />
          <Told told={item.told} nobody={t(item.alarmId === null ? 'alarms.toldNobody' : 'alarms.toldAtDesk')} seen={item} />
          <Cost item={item} />
        </tr>
      ))}
    </Table>
  );
}

function What({ item: { source, kind, reason, notes, message } }: { item: PastAlarmView }) {
  const { t } = useTranslation();
  const Icon = kind === 'blind' ? IconEyeOff : IconAlertTriangle;
  return (
    <td>
      <div className="src">
        <span className="src__icon">
          <NetworkIcon network={source.kind} size={16} />
        </span>
        <div>
          <Link to="/sources/$sourceId" params={{ sourceId: source.id }} className="cell-link">
            <strong>{source.name}</strong>
          </Link>
          <br />
          <span className={`plain plain--wraps ${kind === 'blind' ? 'tone-late' : 'tone-soon'}`}>
            <Icon size={14} stroke={1.8} aria-hidden />
            {reason ? `${t(`alarms.${kind}`)}: ${t(`healthReason.${reason}`)}` : t(`alarms.${kind}`)}
          </span>
          <NotesSaid notes={notes} message={message} className="cell-sub" />
        </div>
      </div>
    </td>
  );
}

function When({ item: { from, to, episodes } }: { item: PastAlarmView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <td className="num">
      {format.when(from, now)} –{' '}
      {to === null ? <strong className="tone-late">{t('coverage.goesOn')}</strong> : format.when(to, now)}
      <span className="cell-sub">{format.span((to === null ? now : Date.parse(to)) - Date.parse(from))}</span>
      {episodes > 1 && <span className="cell-sub">{t('coverage.alarmTimes', { count: episodes })}</span>}
    </td>
  );
}

function Cost({ item }: { item: PastAlarmView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { kind, to, blindSeconds, unheardSeconds, unheardFrom, unheardTo, lateMentions } = item;
  if (kind === 'degraded') return <td className="dim">{t('alarms.costsNothing')}</td>;
  const lost =
    unheardFrom && unheardTo
      ? t('coverage.unheard', { from: format.when(unheardFrom, now), to: format.when(unheardTo, now) })
      : null;
  const late = lateMentions ? t('coverage.late', { count: lateMentions }) : t('coverage.lateNone');
  return (
    <td>
      {to === null ? (
        <span className="tone-late">{t('coverage.stillBlind')}</span>
      ) : unheardSeconds > 0 ? (
        <strong className="tone-late">{lost}</strong>
      ) : (
        t('coverage.allLater')
      )}
      {to !== null && <span className="cell-sub">{late}</span>}
      {Math.abs(blindSeconds - unheardSeconds) > 1 && unheardSeconds > 0 && to !== null && (
        <span className="cell-sub">
          {t('alarms.ofBlind', { lost: format.span(unheardSeconds * 1000), blind: format.span(blindSeconds * 1000) })}
        </span>
      )}
    </td>
  );
}
