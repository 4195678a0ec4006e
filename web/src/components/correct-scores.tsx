/** "Not right? Correct it": what a person knows better than the scoring. */
import type { MentionView } from '#libs/contracts/views/mention.js';
import type { Intent, Sentiment } from '#libs/contracts/words.js';
import { Button, Modal, NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCorrect } from '../api/mentions.js';
import { say } from './news.js';
import { useProblemWords } from './problem-words.js';

const SENTIMENTS: readonly Sentiment[] = ['negative', 'neutral', 'positive'];
const INTENTS: readonly Intent[] = ['complaint', 'question', 'request', 'praise', 'news', 'spam', 'other'];

export function CorrectScores({ mention, onClose }: { mention: MentionView; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const correct = useCorrect();
  const { scores } = mention;
  const [sentiment, setSentiment] = useState(scores.sentiment.label);
  const [intent, setIntent] = useState(scores.intent.label);
  const [ours, setOurs] = useState(true);
  const changed = sentiment !== scores.sentiment.label || intent !== scores.intent.label || !ours;
  const save = () =>
    correct.mutate(
      {
        mentionId: mention.id,
        sentiment: sentiment === scores.sentiment.label ? undefined : sentiment,
        intent: intent === scores.intent.label ? undefined : intent,
        relevance: ours ? undefined : false,
      },
      {
        onSuccess: () => {
          say(t('scores.corrected'));
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className="modal-title">{t('scores.correctTitle')}</span>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="form">
        <div>
          <div className="form__label">{t('scores.sentiment')}</div>
          <SegmentedControl
            fullWidth
            aria-label={t('scores.sentiment')}
            value={sentiment}
            onChange={(value) => setSentiment(value as Sentiment)}
            data={SENTIMENTS.map((value) => ({ value, label: t(`sentiment.${value}`) }))}
          />
        </div>
        <NativeSelect
          label={t('scores.intent')}
          value={intent}
          onChange={(event) => setIntent(event.currentTarget.value as Intent)}
          data={INTENTS.map((value) => ({ value, label: t(`intent.${value}`) }))}
        />
        <div>
          <div className="form__label">{t('scores.aboutUs')}</div>
          <SegmentedControl
            aria-label={t('scores.aboutUs')}
            value={ours ? 'yes' : 'no'}
            onChange={(value) => setOurs(value === 'yes')}
            data={[
              { value: 'yes', label: t('common.yes') },
              { value: 'no', label: t('common.no') },
            ]}
          />
        </div>
        {correct.error && (
          <p className="form__problem" role="alert">
            {words(correct.error)}
          </p>
        )}
        <div className="form__foot">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={!changed} loading={correct.isPending} onClick={save}>
            {t('scores.save')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
