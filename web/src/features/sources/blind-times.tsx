/** Blind times as a table: when, why, and what each cost. */
import type { HealthLine } from '#libs/contracts/views/coverage.js';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';
import { NotesSaid } from '../../components/notes-said.js';
import { useNow } from '../../live/server-clock.js';

type Window = HealthLine & { source?: { id: string; name: string } };

export function BlindTimes({ windows, mayOpen = false }: { windows: readonly Window[]; mayOpen?: boolean }) {
  const { t } = useTranslation();
  const named = windows.some((window) => window.source);
  return (
    <div className="scrollx ledger-scroll" tabIndex={0} role="group" aria-label={t('coverage.windows')}>
      <table className="table">
        <thead>
          <tr>
            <th>{t('coverage.when')}</th>
            {named && <th>{t('coverage.source')}</th>}
            <th>{t('coverage.reason')}</th>
            <th>{t('coverage.cost')}</th>
          </tr>
        </thead>
        <tbody>
          {windows.map((window) => (
            <Row key={window.id} window={window} named={named} mayOpen={mayOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ window, named, mayOpen }: { window: Window; named: boolean; mayOpen: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { from, to, source, reason, notes, message } = window;
  const end = to === null ? now : Date.parse(to);
  return (
    <tr>
      <td className="num">
        {format.when(from, now)} –{' '}
        {to === null ? <strong className="tone-late">{t('coverage.goesOn')}</strong> : format.when(to, now)}
        <span className="cell-sub">{format.span(end - Date.parse(from))}</span>
      </td>
      {named && (
        <td>
          {source && mayOpen ? (
            <Link to="/sources/$sourceId" params={{ sourceId: source.id }} className="cell-link">
              <strong>{source.name}</strong>
            </Link>
          ) : (
            source?.name
          )}
        </td>
      )}
      <td>
        {reason && t(`healthReason.${reason}`)}
        <NotesSaid notes={notes} message={message} className="cell-sub" />
      </td>
      <td>
        <Cost window={window} />
      </td>
    </tr>
  );
}

function Cost({ window: { to, unheardFrom, unheardTo, lateMentions, id, source } }: { window: Window }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (to === null) return <span className="tone-late">{t('coverage.stillBlind')}</span>;
  const late = lateMentions ? t('coverage.late', { count: lateMentions }) : t('coverage.lateNone');
  return (
    <span data-window={id} data-source={source?.id}>
      {unheardFrom && unheardTo ? (
        <strong className="tone-late">
          {t('coverage.unheard', { from: format.when(unheardFrom, now), to: format.when(unheardTo, now) })}
        </strong>
      ) : (
        t('coverage.allLater')
      )}
      <span className="cell-sub">{late}</span>
    </span>
  );
}
