/** Find or do anything: rooms, views, cases by words or number, and a few deeds. */
import type { MeView } from '#libs/contracts/views/people.js';
import { Modal, useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFolder, IconInbox, IconKeyboard, IconLogout, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseList } from '../api/cases.js';
import { useSignOut } from '../api/session.js';
import { KeyCap } from '../components/key-cap.js';
import { authorName } from '../components/person.js';
import { QUEUE_VIEWS, roomsFor } from '../components/rooms.js';

interface Found {
  id: string;
  group: 'cases' | 'go' | 'do';
  icon: typeof IconInbox;
  name: string;
  more?: string;
  keys?: string;
  run: () => void;
}
interface Props {
  me: MeView;
  onClose: () => void;
  onKeys: () => void;
}

export function Palette({ me, onClose, onKeys }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = useFound(words, me, onKeys);
  const run = (item: Found | undefined) => {
    if (!item) return;
    onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) setChosen((now) => Math.max(0, Math.min(found.length - 1, now + step)));
    else if (event.key === 'Enter') run(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal.Root opened onClose={onClose} size={600} padding={0} yOffset={110} centered={false}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('nav.find')} radius="lg">
        <Modal.Body className="palette">
          <div className="palette__in">
            <IconSearch size={18} aria-hidden />
            <input
              role="combobox"
              aria-expanded={found.length > 0}
              aria-controls={found.length > 0 ? 'found' : undefined}
              aria-activedescendant={found[chosen] && `found-${found[chosen].id}`}
              aria-label={t('nav.find')}
              placeholder={t('palette.placeholder')}
              value={words}
              data-autofocus
              onChange={(event) => {
                setWords(event.currentTarget.value);
                setChosen(0);
              }}
              onKeyDown={onKeyDown}
            />
            <KeyCap keys="Esc" />
          </div>
          <Results found={found} chosen={chosen} onRun={run} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Results({ found, chosen, onRun }: { found: Found[]; chosen: number; onRun: (item: Found) => void }) {
  const { t } = useTranslation();
  const groups = (['cases', 'go', 'do'] as const).filter((group) => found.some((item) => item.group === group));
  if (found.length === 0)
    return (
      <p className="palette__none" role="status">
        {t('palette.none')}
      </p>
    );
  return (
    <div id="found" role="listbox" aria-label={t('palette.results')}>
      {groups.map((group) => (
        <div key={group} role="group" aria-label={t(`palette.${group}`)}>
          <div className="palette__group" aria-hidden>
            {t(`palette.${group}`)}
          </div>
          {found
            .filter((item) => item.group === group)
            .map((item) => (
              <div
                key={item.id}
                id={`found-${item.id}`}
                role="option"
                aria-selected={found[chosen] === item}
                className="palette__row"
                onClick={() => onRun(item)}
              >
                <item.icon size={17} stroke={1.7} aria-hidden />
                <span className="palette__a">{item.name}</span>
                <span className="palette__b truncate">{item.more}</span>
                {item.keys && <KeyCap keys={item.keys} />}
              </div>
            ))}
        </div>
      ))}
    </div>
  );
}

function useFound(words: string, me: MeView, onKeys: () => void): Found[] {
  const { i18n } = useTranslation();
  const wanted = words.trim().toLocaleLowerCase(i18n.language);
  const cases = useFoundCases(wanted);
  const all = useDeeds(me, onKeys);
  return [...cases, ...all.filter((item) => item.name.toLocaleLowerCase(i18n.language).includes(wanted))].slice(0, 14);
}

function useFoundCases(wanted: string): Found[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [q] = useDebouncedValue(wanted, 200);
  const list = useCaseList({ view: q ? 'all' : 'mine', q: q || undefined });
  const open = (caseId: string) => void navigate({ to: '/queue/$view/$caseId', params: { view: 'open', caseId } });
  const found: Found[] = (list.data?.pages[0]?.items ?? []).slice(0, 5).map((card) => ({
    id: `case-${card.id}`,
    group: 'cases',
    icon: IconFolder,
    name: `${t('case.number', { id: card.id })} · ${authorName(card.author)}`,
    more: card.preview.text,
    run: () => open(card.id),
  }));
  if (/^\d+$/.test(wanted) && !found.some((item) => item.id === `case-${wanted}`))
    found.unshift({
      id: `case-${wanted}`,
      group: 'cases',
      icon: IconFolder,
      name: t('case.number', { id: wanted }),
      run: () => open(wanted),
    });
  return found;
}

function useDeeds(me: MeView, onKeys: () => void): Found[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark';
  return [
    ...roomsFor(me.roles).map((room) => ({
      id: room.name,
      group: 'go' as const,
      icon: room.icon,
      name: t(`room.${room.name}`),
      keys: room.key.toUpperCase(),
      run: () => void navigate({ to: room.to }),
    })),
    ...QUEUE_VIEWS.map((view) => ({
      id: `view-${view}`,
      group: 'go' as const,
      icon: IconInbox,
      name: `${t('room.queue')}: ${t(`view.${view}`)}`,
      run: () => void navigate({ to: '/queue/$view', params: { view } }),
    })),
    {
      id: 'scheme',
      group: 'do',
      icon: dark ? IconSun : IconMoon,
      name: t(dark ? 'palette.light' : 'palette.dark'),
      run: () => setColorScheme(dark ? 'light' : 'dark'),
    },
    { id: 'keys', group: 'do', icon: IconKeyboard, name: t('keys.title'), keys: '?', run: onKeys },
    { id: 'out', group: 'do', icon: IconLogout, name: t('nav.signOut'), run: () => signOut.mutate() },
  ];
}
