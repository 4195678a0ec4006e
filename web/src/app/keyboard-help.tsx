/** All keys on one sheet. */
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session.js';
import { KeyCap } from '../components/key-cap.js';
import { roomsFor } from '../components/rooms.js';

const KEYS = [
  ['move', [['nextCase', 'J K'], ['openCase', '↵'], ['back', 'Esc'], ['search', '/'], ['palette', 'mod K']]],
  ['act', [['claim', 'C'], ['acknowledge', 'A'], ['reply', 'R'], ['note', 'N'], ['release', 'U'], ['resolve', 'E'], ['raise', 'X'], ['copyAndOpen', 'P']]],
  ['go', []],
  ['write', [['send', 'mod ↵'], ['undo', 'Z'], ['leaveBox', 'Esc'], ['help', '?']]],
] as const; // prettier-ignore

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const rooms = roomsFor(useMe().data?.roles ?? []);
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className="modal-title">{t('keys.title')}</span>}
      size={720}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="keys">
        {KEYS.map(([group, rows]) => (
          <section key={group}>
            <h3>{t(`keys.group.${group}`)}</h3>
            <dl>
              {rows.map(([what, keys]) => (
                <Row key={what} what={t(`keys.${what}`)} keys={keys} />
              ))}
              {group === 'go' &&
                rooms.map(({ name, key }) => <Row key={name} what={t(`room.${name}`)} keys={key.toUpperCase()} />)}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function Row({ what, keys }: { what: string; keys: string }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        <KeyCap keys={keys} />
      </dd>
    </div>
  );
}
