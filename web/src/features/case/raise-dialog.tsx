/** Raising a case to somebody with more authority, with a reason. */
import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRaise } from '../../api/escalation.js';
import { say } from '../../components/news.js';
import { useProblemWords } from '../../components/problem-words.js';

const SHORTEST = 3;

export function RaiseDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const raise = useRaise(caseId);
  const [reason, setReason] = useState('');
  const done = () => {
    say(t('raise.done'));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className="modal-title">{t('raise.title', { id: caseId })}</span>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim().length >= SHORTEST) raise.mutate(reason.trim(), { onSuccess: done });
        }}
      >
        <Textarea
          data-autofocus
          label={t('raise.reason')}
          description={t('raise.words')}
          autosize
          minRows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {raise.error && (
          <p className="form__problem" role="alert">
            {words(raise.error)}
          </p>
        )}
        <div className="form__foot">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={raise.isPending} disabled={reason.trim().length < SHORTEST}>
            {t('raise.action')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
