/** Every version of a promise: cases that opened under one are judged by it. */
import { useTranslation } from 'react-i18next';
import { useStandardVersions } from '../../api/standards.js';
import { useFormat } from '../../components/format.js';
import { Panel } from '../../components/page.js';
import { RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';

export function Versions({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const list = useStandardVersions(id);
  return (
    <Panel title={t('standards.versions')}>
      {list.data ? (
        <ul className="plainlist">
          {list.data.items.map((v) => (
            <li key={v.id}>
              <strong>{t('standards.version', { n: v.version, day: format.day(v.at, now) })}</strong>
              {v.by && <span className="dim"> · {v.by.name}</span>}
              <span className="cell-sub">{v.sentence}</span>
              {v.reason && <span className="cell-sub">“{v.reason}”</span>}
            </li>
          ))}
        </ul>
      ) : (
        <RowsSkeleton rows={2} />
      )}
    </Panel>
  );
}
