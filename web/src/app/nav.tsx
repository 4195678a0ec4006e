/** The column of rooms at the left, with the queue's views and their counts. */
import type { MeView } from '#libs/contracts/views/people.js';
import { IconAlertTriangle, IconEar, IconLogout, IconSearch } from '@tabler/icons-react';
import { ActionIcon, Tooltip } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCaseCounts } from '../api/cases.js';
import { useSignOut } from '../api/session.js';
import { useFormat } from '../components/format.js';
import { Person } from '../components/person.js';
import { QUEUE_VIEWS, type Room, roomsFor } from '../components/rooms.js';
import { useConnection } from '../live/connection.js';
import { useNow } from '../live/server-clock.js';
import { MOD_KEY } from '../components/key-cap.js';
import { useViewCount } from '../components/view-count.js';

interface Props {
  me: MeView;
  onFind: () => void;
  onKeys: () => void;
  /** Called when something was chosen, so that a drawer can close. */
  onGo?: () => void;
}

export function Nav({ me, onFind, onKeys, onGo }: Props) {
  const { t } = useTranslation();
  const rooms = roomsFor(me.roles);
  return (
    <nav className="nav" aria-label={t('nav.main')} onClick={(event) => (event.target as HTMLElement).closest('a') && onGo?.()}>
      <div className="nav__brand">
        <span className="nav__logo">
          <IconEar size={16} stroke={2.2} aria-hidden />
        </span>
        Earshot
      </div>
      <button type="button" className="nav__search" onClick={onFind}>
        <IconSearch size={15} aria-hidden />
        {t('nav.find')}
        <span className="kbd" aria-hidden>
          {MOD_KEY}K
        </span>
      </button>
      {rooms
        .filter((room) => room.group === 'work')
        .map((room) => (
          <RoomLink key={room.name} room={room} />
        ))}
      <p className="nav__group">{t('nav.setup')}</p>
      {rooms
        .filter((room) => room.group === 'setup')
        .map((room) => (
          <RoomLink key={room.name} room={room} />
        ))}
      <NavFoot me={me} onKeys={onKeys} />
    </nav>
  );
}

function RoomLink({ room }: { room: Room }) {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = path === room.to || path.startsWith(`${room.to}/`);
  const inQueue = room.name === 'queue' && here;
  const Icon = room.icon;
  return (
    <div>
      <Link
        to={room.to}
        className={inQueue ? 'nav__item nav__item--parent' : 'nav__item'}
        aria-current={here && !inQueue ? 'page' : undefined}
      >
        <Icon size={17} stroke={1.75} aria-hidden />
        {t(`room.${room.name}`)}
        {room.name === 'watchtower' && <LateCount />}
      </Link>
      {inQueue && <QueueViews path={path} />}
    </div>
  );
}

function QueueViews({ path }: { path: string }) {
  const { t } = useTranslation();
  const count = useViewCount();
  return QUEUE_VIEWS.map((view) => (
    <Link
      key={view}
      to="/queue/$view"
      params={{ view }}
      className="nav__item nav__item--sub"
      aria-current={path.split('/')[2] === view ? 'page' : undefined}
    >
      {t(`view.${view}`)}
      <span className="nav__count">{count(view)}</span>
    </Link>
  ));
}

function LateCount() {
  const { t } = useTranslation();
  const late = useCaseCounts().data?.late ?? 0;
  if (late === 0) return null;
  return (
    <span className="nav__count nav__count--late">
      <IconAlertTriangle size={12} stroke={2.2} aria-label={t('nav.late')} role="img" />
      {late}
    </span>
  );
}

function NavFoot({ me, onKeys }: Pick<Props, 'me' | 'onKeys'>) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <div className="nav__foot">
      <LiveSign withTime />
      <div className="nav__me">
        <Person name={me.name} size={26} own />
        <Link to="/settings" className="nav__name truncate" title={me.name}>
          {me.name}
        </Link>
        <Tooltip label={t('keys.title')}>
          <button type="button" className="kbd nav__keys" aria-label={t('keys.title')} onClick={onKeys}>
            ?
          </button>
        </Tooltip>
        <Tooltip label={t('nav.signOut')}>
          <ActionIcon size={26} aria-label={t('nav.signOut')} onClick={() => signOut.mutate()}>
            <IconLogout size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}

/** Says whether what is seen is live, and the server's time. */
export function LiveSign({ withTime }: { withTime?: boolean }) {
  const { t } = useTranslation();
  const { state } = useConnection();
  const format = useFormat();
  return (
    <div className="live" data-state={state}>
      <i className="live__dot" aria-hidden />
      {t(`live.${state}`)}
      {withTime && <ServerTime format={format.seconds} />}
    </div>
  );
}

function ServerTime({ format }: { format: (ms: number) => string }) {
  return <span className="num live__time">{format(useNow())}</span>;
}
