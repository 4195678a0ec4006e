/** What may be done to the promises of a case: a small menu, and one box for the words or the date it needs. */
import type { CaseView } from '#libs/contracts/views/case.js';
import type { CaseAction } from '#libs/contracts/words.js';
import { ActionIcon, Button, Menu, Modal, Textarea, TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseStep, useCaseStep } from '../../api/cases.js';
import { useSayProblem } from '../../components/problem-words.js';
import { serverNow } from '../../live/server-clock.js';

const DEEDS = ['wait', 'resume', 'promise', 'follow-up', 'exclude', 'include'] as const satisfies readonly CaseAction[];
type Deed = (typeof DEEDS)[number];

export function PromiseActions({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Deed | null>(null);
  const step = useCaseStep(view.card.id);
  const sayProblem = useSayProblem();
  const may = DEEDS.filter((deed) => view.allowedActions.includes(deed));
  if (may.length === 0) return null;
  const pick = (deed: Deed) =>
    deed === 'resume' ? step.mutate({ verb: 'resume', body: {} }, { onError: sayProblem }) : setAsking(deed);
  return (
    <>
      <Menu withInitialFocusPlaceholder={false} position="bottom-end" shadow="md" transitionProps={{ duration: 120 }}>
        <Menu.Target>
          <ActionIcon size={24} aria-label={t('rail.promiseActions')}>
            <IconDots size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {may.map((deed) => (
            <Menu.Item key={deed} onClick={() => pick(deed)}>
              {t(`promiseDeed.${deed}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asking && <Ask deed={asking} pending={step.isPending} onClose={() => setAsking(null)}
          onDo={(what) => step.mutate(what, { onSuccess: () => setAsking(null), onError: sayProblem })} />}
    </>
  );
} // prettier-ignore

interface AskProps {
  deed: Deed;
  pending: boolean;
  onClose: () => void;
  onDo: (step: CaseStep) => void;
}

const inAnHour = () => {
  const ms = serverNow() + 3_600_000;
  return new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

function Ask({ deed, pending, onClose, onDo }: AskProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [until, setUntil] = useState(inAnHour);
  const needsReason = deed === 'exclude' || deed === 'include';
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className="modal-title">{t(`promiseDeed.${deed}`)}</span>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onDo(stepOf(deed, words.trim(), until));
        }}
      >
        <p className="say">{t(`promiseDeedWords.${deed}`)}</p>
        {deed === 'promise' && (
          <TextInput
            type="datetime-local"
            label={t('promiseDeed.until')}
            required
            withAsterisk={false}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
        <Textarea
          label={t(needsReason ? 'promiseDeed.reason' : 'promiseDeed.note')}
          autosize
          minRows={2}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <div className="form__foot">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={pending} disabled={needsReason && words.trim().length < 3}>
            {t(`promiseDeed.${deed}`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function stepOf(deed: Deed, words: string, until: string): CaseStep {
  const note = words === '' ? {} : { note: words };
  if (deed === 'exclude' || deed === 'include') return { verb: deed, body: { reason: words } };
  if (deed === 'promise') return { verb: deed, body: { until: new Date(until).toISOString(), ...note } };
  return { verb: deed as 'wait' | 'follow-up', body: note };
}
