/** From terms to a promise: kept as a draft, published with the reason why, thrown away or retired. */
import type { StandardFault, StandardTerms, StandardView } from '#libs/contracts/http/standards.js';
import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStandardStep } from '../../api/standards.js';
import { say } from '../../components/news.js';
import { Panel } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';

interface Props {
  standard?: StandardView;
  terms: StandardTerms;
  faults: readonly StandardFault[];
}

export function PublishPanel({ standard, terms, faults }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { draft, publish, end, pending } = useSteps(standard, terms, reason.trim());
  const without = reason.trim().length < 3;
  return (
    <Panel title={t('standards.publish')}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        <TextInput
          label={t('standards.reason')}
          description={t('standards.reasonWords')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="form__foot">
          {end && (
            <Button className="form__left" variant="subtle" color="red" disabled={end.needsReason && without} loading={pending} onClick={() => void end.run()}>
              {t(end.words)}
            </Button>
          )}
          <Button variant="default" loading={pending} onClick={() => void draft()}>
            {t('standards.saveDraft')}
          </Button>
          <Button type="submit" loading={pending} disabled={without || faults.length > 0}>
            {t('standards.publishNow')}
          </Button>
        </div>
      </form>
    </Panel>
  );
} // prettier-ignore

function useSteps(standard: StandardView | undefined, terms: StandardTerms, reason: string) {
  const { t } = useTranslation();
  const step = useStandardStep();
  const navigate = useNavigate();
  const sayProblem = useSayProblem();
  const leave = () => navigate({ to: '/standards' });
  const tried = async (deed: () => Promise<void>) => {
    try {
      await deed();
    } catch (error) {
      sayProblem(error as Error);
    }
  };
  const save = () => step.mutateAsync({ do: 'draft', id: standard?.id, terms });
  const draft = () =>
    tried(async () => {
      await save();
      say(t('standards.draftSaved'));
      await leave();
    });
  const publish = () =>
    tried(async () => {
      const saved = await save();
      await step.mutateAsync({ do: 'publish', id: saved!.id, reason });
      say(t('standards.published'));
      await leave();
    });
  const discard = () =>
    tried(async () => {
      await step.mutateAsync({ do: 'discard', id: standard!.id });
      await leave();
    });
  const retire = () =>
    tried(async () => {
      await step.mutateAsync({ do: 'retire', id: standard!.id, reason });
      say(t('standards.retired'));
      await leave();
    });
  const end = standard?.draft
    ? { run: discard, words: 'standards.discard' as const, needsReason: false }
    : standard?.inForce
      ? { run: retire, words: 'standards.retire' as const, needsReason: true }
      : undefined;
  return { draft, publish, end, pending: step.isPending };
}
