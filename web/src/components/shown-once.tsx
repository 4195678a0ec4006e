/** A secret that is shown this once. */
import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyLine } from './copy-line.js';

export function ShownOnce({
  title,
  words,
  secret,
  onClose,
}: {
  title: string;
  words: string;
  secret: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={<span className="modal-title">{title}</span>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="form">
        <p className="say">{words}</p>
        <CopyLine text={secret} />
        <div className="form__foot">
          <Button onClick={onClose}>{t('common.close')}</Button>
        </div>
      </div>
    </Modal>
  );
}
