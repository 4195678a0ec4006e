/** How many cases each responder has, and how many of them are late. */
import type { WatchtowerView } from '#libs/contracts/views/watchtower.js';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';
import { Panel } from '../../components/page.js';
import { Person } from '../../components/person.js';

export function LoadPanel({ load }: { load: WatchtowerView['load'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...load.map((row) => row.claimed));
  return (
    <Panel title={t('tower.load')} aside={t('tower.loadWords')}>
      {load.length === 0 ? (
        <p className="panel__none panel__none--tight">{t('tower.loadEmpty')}</p>
      ) : (
        <ul className="plainlist">
          {load.map(({ person, claimed, late }) => (
            <li key={person.id} className="load">
              <Person name={person.name} size={26} />
              <div className="load__mid">
                <span>{person.name}</span>
                <div className="bar load__bar" aria-hidden>
                  <i className="fill-brand" style={{ width: `${(claimed / most) * 100}%` }} />
                </div>
              </div>
              <div className="load__num">
                <b className="num">{format.number(claimed)}</b>
                {late > 0 && <span className="tone-late load__late">{t('tower.loadLate', { count: late })}</span>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
