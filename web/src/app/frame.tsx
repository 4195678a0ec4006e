/** The frame around every room: navigation, banners, palette, help, and the keys that go everywhere. */
import type { MeView } from '#libs/contracts/views/people.js';
import { ActionIcon, Drawer } from '@mantine/core';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AutomationBanner } from '../components/automation-banner.js';
import { DemoBanner, OfflineBanner } from '../components/banners.js';
import { BlindBanner } from '../components/blind-banner.js';
import { listenForKeys, useKey } from '../components/keyboard.js';
import { lazyPart } from '../components/lazy-part.js';
import { NewsCorner } from '../components/news-corner.js';
import { type Room, roomsFor } from '../components/rooms.js';
import { LiveSign, Nav } from './nav.js';

const Palette = lazyPart(() => import('./palette.js'), 'Palette');
const KeyboardHelp = lazyPart(() => import('./keyboard-help.js'), 'KeyboardHelp');

export function Frame({ me }: { me: MeView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'palette' | 'keys' | 'menu' | null>(null);
  const close = () => setOpen(null);
  useEffect(listenForKeys, []);
  useKey('mod+k', () => setOpen('palette'));
  useKey('?', () => setOpen('keys'));
  const nav = { me, onFind: () => setOpen('palette'), onKeys: () => setOpen('keys') };
  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        {t('nav.skip')}
      </a>
      <TopBar onMenu={() => setOpen('menu')} onFind={nav.onFind} />
      <Nav {...nav} />
      <main className="frame__main" id="main" tabIndex={-1}>
        <OfflineBanner />
        <BlindBanner mayLook={me.roles.some((role) => role === 'manager' || role === 'administrator')} />
        {me.invented && <DemoBanner />}
        <AutomationBanner />
        <Outlet />
      </main>
      <TabBar rooms={roomsFor(me.roles).filter((room) => room.group === 'work')} />
      {roomsFor(me.roles).map((room) => (
        <RoomKey key={room.name} room={room} />
      ))}
      <NewsCorner />
      <Drawer.Root opened={open === 'menu'} onClose={close} size={260} padding={0}>
        <Drawer.Overlay />
        <Drawer.Content aria-label={t('nav.menu')}>
          <Drawer.Body>
            <Nav {...nav} onGo={close} />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
      <Suspense>
        {open === 'palette' && <Palette me={me} onClose={close} onKeys={() => setOpen('keys')} />}
        {open === 'keys' && <KeyboardHelp onClose={close} />}
      </Suspense>
    </div>
  );
}

function RoomKey({ room }: { room: Room }) {
  const navigate = useNavigate();
  useKey(room.key, () => void navigate({ to: room.to }));
  return null;
}

function TopBar({ onMenu, onFind }: { onMenu: () => void; onFind: () => void }) {
  const { t } = useTranslation();
  return (
    <nav className="topbar" aria-label={t('nav.menu')}>
      <ActionIcon size={36} aria-label={t('nav.menu')} onClick={onMenu}>
        <IconMenu2 size={20} aria-hidden />
      </ActionIcon>
      <span>Earshot</span>
      <LiveSign />
      <ActionIcon size={36} aria-label={t('nav.find')} onClick={onFind}>
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
    </nav>
  );
}

function TabBar({ rooms }: { rooms: Room[] }) {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className="tabbar" aria-label={t('nav.rooms')}>
      {rooms.map(({ name, to, icon: Icon }) => (
        <Link key={name} to={to} aria-current={path.startsWith(to) ? 'page' : undefined}>
          <Icon size={20} stroke={1.75} aria-hidden />
          {t(`room.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
