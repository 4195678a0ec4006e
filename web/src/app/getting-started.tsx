/** What a new desk needs before the first case can come in: a source, a watch, and colleagues. */
import { IconArrowRight, IconBroadcast, IconCheck, IconEyeSearch, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../api/people.js';
import { useSources } from '../api/sources.js';
import { useWatches } from '../api/watches.js';

/** Shows nothing once posts can come in. For those who may set the desk up. */
export function GettingStarted({ otherwise }: { otherwise: React.ReactNode }) {
  const { t } = useTranslation();
  const sources = useSources().data;
  const watches = useWatches().data;
  const people = usePeople().data;
  if (!sources || !watches || (sources.items.length > 0 && watches.items.length > 0)) return otherwise;
  const steps = [
    { name: 'source', to: '/sources', icon: IconBroadcast, done: sources.items.length > 0 },
    { name: 'watch', to: '/watches', icon: IconEyeSearch, done: watches.items.length > 0 },
    { name: 'people', to: '/people', icon: IconUsers, done: (people?.items.length ?? 0) > 1 },
  ] as const;
  return (
    <div className="start">
      <h2>{t('start.title')}</h2>
      <p>{t('start.words')}</p>
      <ol>
        {steps.map(({ name, to, icon: Icon, done }) => (
          <li key={name}>
            <Link to={to} className="start__step" data-done={done || undefined}>
              <span className="start__icon">
                {done ? (
                  <IconCheck size={18} stroke={2.2} aria-label={t('start.done')} role="img" />
                ) : (
                  <Icon size={18} stroke={1.7} aria-hidden />
                )}
              </span>
              <span>
                <strong>{t(`start.${name}`)}</strong>
                <span className="cell-sub">{t(`start.${name}Words`)}</span>
              </span>
              <IconArrowRight size={16} aria-hidden />
            </Link>
          </li>
        ))}
      </ol>
    </div>
  );
}
