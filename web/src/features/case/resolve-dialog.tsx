/** Closing a case: how it ended, and a word for colleagues. */
import { OUTCOMES, type Intent, type Outcome } from '#libs/contracts/words.js';
import { Button, Modal, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseStep } from '../../api/cases.js';
import { useProblemWords } from '../../components/problem-words.js';

interface Props {
  caseId: string;
  intent: Intent;
  answered: boolean;
  onClose: () => void;
}

export function ResolveDialog({ caseId, intent, answered, onClose }: Props) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const step = useCaseStep(caseId);
  const [outcome, setOutcome] = useState<Outcome>(likely(intent, answered));
  const [note, setNote] = useState('');
  const save = () => step.mutate({ verb: 'resolve', body: { outcome, note: note.trim() || undefined } }, { onSuccess: onClose });
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className="modal-title">{t('resolve.title', { id: caseId })}</span>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Radio.Group label={t('resolve.outcome')} value={outcome} onChange={(value) => setOutcome(value as Outcome)}>
          <div className="form__choices">
            {OUTCOMES.map((value) => (
              <Radio key={value} value={value} label={t(`outcome.${value}`)} data-autofocus={value === outcome || undefined} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('resolve.note')}
          description={t('resolve.noteWords')}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {!answered && <p className="form__hint">{t('resolve.unanswered')}</p>}
        {step.error && (
          <p className="form__problem" role="alert">
            {words(step.error)}
          </p>
        )}
        <div className="form__foot">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={step.isPending}>
            {t('case.resolve')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const likely = (intent: Intent, answered: boolean): Outcome =>
  intent === 'spam' ? 'spam' : intent === 'praise' ? 'thanked' : answered ? 'solved' : 'no-answer-needed';
