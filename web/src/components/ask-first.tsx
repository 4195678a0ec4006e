/** Asks before something that cannot be taken back, and says what it will do. */
import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from './problem-words.js';

interface Props {
  title: string;
  words: string;
  action: string;
  pending: boolean;
  error: unknown;
  onCancel: () => void;
  onDo: () => void;
}

export function AskFirst({ title, words, action, pending, error, onCancel, onDo }: Props) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  return (
    <Modal
      opened
      onClose={onCancel}
      title={<span className="modal-title">{title}</span>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="form">
        <p className="say">{words}</p>
        {error !== null && (
          <p className="form__problem" role="alert">
            {problemWords(error)}
          </p>
        )}
        <div className="form__foot">
          <Button variant="default" onClick={onCancel} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button color="red" loading={pending} onClick={onDo}>
            {action}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
