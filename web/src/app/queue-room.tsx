/** The queue with the open case beside it; on a small screen the case lies over the list. */
import { IconInbox } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session.js';
import { KeyCap } from '../components/key-cap.js';
import { useTitle } from '../components/page.js';
import { EmptyState } from '../components/states.js';
import type { QueueView } from '../components/rooms.js';
import { CasePane } from '../features/case/case-pane.js';
import { QueueList } from '../features/queue/queue-list.js';
import { GettingStarted } from './getting-started.js';

export function QueueRoom() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { view, caseId } = useParams({ strict: false }) as { view: QueueView; caseId?: string };
  const { q, watch } = useSearch({ from: '/queue/$view' });
  const me = useMe().data!;
  useTitle(caseId ? t('case.number', { id: caseId }) : `${t('room.queue')}: ${t(`view.${view}`)}`);
  const open = (id: string) =>
    void navigate({
      to: '/queue/$view/$caseId',
      params: { view, caseId: id },
      search: { q, watch },
      replace: caseId !== undefined,
    });
  const close = () => void navigate({ to: '/queue/$view', params: { view }, search: { q, watch } });
  const search = (words: string) => void navigate({ to: '.', search: { q: words || undefined, watch }, replace: true });
  const choose = (
    <EmptyState
      icon={<IconInbox size={26} stroke={1.6} aria-hidden />}
      title={t('case.choose')}
      words={t('case.chooseWords')}
      hint={<KeyCap keys="J K" />}
    />
  );
  return (
    <div className="desk" data-case={caseId !== undefined || undefined}>
      <h1 className="visually-hidden">{t('room.queue')}</h1>
      <QueueList view={view} q={q} watchId={watch} selectedId={caseId} onOpen={open} onSearch={search} />
      {caseId ? (
        <CasePane key={caseId} id={caseId} me={me} onClose={close} />
      ) : (
        <section className="case case--none" aria-label={t('case.none')}>
          {me.roles.includes('administrator') ? <GettingStarted otherwise={choose} /> : choose}
        </section>
      )}
    </div>
  );
}
