/** Who changed which promise, when and why. */
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStandardHistory } from '../../api/standards.js';
import { useFormat } from '../../components/format.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';

export function Changes({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const list = useStandardHistory();
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={<span className="modal-title">{t('standards.history')}</span>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {list.error ? (
        <ErrorCard error={list.error} />
      ) : !list.data ? (
        <RowsSkeleton />
      ) : list.data.items.length === 0 ? (
        <p className="say">{t('standards.noHistory')}</p>
      ) : (
        <ul className="plainlist">
          {list.data.items.map((change) => (
            <li key={change.id}>
              <strong>{t(`standards.what.${change.what}`, { n: change.version ?? 0 })}</strong>
              <span className="dim"> · {change.by?.name} · {format.when(change.at, now)}</span>
              {change.sentence && <span className="cell-sub">{change.sentence}</span>}
              {change.reason && <span className="cell-sub">“{change.reason}”</span>}
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
} // prettier-ignore
