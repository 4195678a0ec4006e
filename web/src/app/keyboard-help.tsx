/** All keys on one sheet. */
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../components/key-cap.js';

const KEYS = [
  ['move', [['nextCase', 'J K'], ['openCase', '↵'], ['back', 'Esc'], ['search', '/'], ['palette', 'mod K']]],
  ['act', [['claim', 'C'], ['acknowledge', 'A'], ['reply', 'R'], ['note', 'N'], ['release', 'U'], ['resolve', 'E'], ['raise', 'X'], ['copyAndOpen', 'P']]],
  ['go', [['queue', 'G Q'], ['mentions', 'G M'], ['watchtower', 'G W'], ['watches', 'G T'], ['sources', 'G S'], ['standards', 'G D'], ['acknowledgements', 'G A'], ['escalation', 'G E'], ['people', 'G P'], ['learning', 'G L']]],
  ['write', [['send', 'mod ↵'], ['undo', 'Z'], ['leaveBox', 'Esc'], ['help', '?']]],
] as const; // prettier-ignore

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
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
                <div key={what}>
                  <dt>{t(`keys.${what}`)}</dt>
                  <dd>
                    <KeyCap keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
