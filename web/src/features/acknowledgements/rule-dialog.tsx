/** Writing a rule: for whom, when, in which words, within which limits; tried on past cases before it is saved. */
import type { RuleView } from '#libs/contracts/http/acknowledgement-rules.js';
import { Button, Modal, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeRule, usePreviewRule } from '../../api/acknowledgements.js';
import { say } from '../../components/news.js';
import { useProblemWords } from '../../components/problem-words.js';
import { definitionOf, draftOf, newDraft, type RuleDraft } from './rule-draft.js';
import { RuleHistoryList } from './rule-history.js';
import { RuleConditionsFields } from './rule-conditions.js';
import { RulePreview } from './rule-preview.js';
import { RuleWords } from './rule-words.js';

interface Props {
  rule: RuleView | null;
  mayWrite: boolean;
  onClose: () => void;
}

export function RuleDialog({ rule, mayWrite, onClose }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useDraftOf(rule);
  const change = useChangeRule();
  const preview = usePreviewRule();
  const problem = useProblemWords();
  const error = change.error ?? preview.error;
  const save = () =>
    change.mutate(
      { save: { name: draft.name, definition: definitionOf(draft) }, ...(rule && { id: rule.id }) },
      { onSuccess: () => [say(t('acks.saved')), onClose()] },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={<span className="modal-title">{rule ? rule.name : t('acks.newRule')}</span>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form className="form rule-form" onSubmit={(event) => [event.preventDefault(), save()]}>
        <fieldset className="rule-form__all" disabled={!mayWrite}>
          <TextInput
            label={t('acks.name')}
            required
            maxLength={120}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
            data-autofocus={rule === null || undefined}
          />
          <RuleConditionsFields draft={draft} onChange={setDraft} />
          <RuleWords draft={draft} onChange={setDraft} />
        </fieldset>
        {preview.data && <RulePreview answer={preview.data} />}
        {error !== null && (
          <p className="form__problem" role="alert">
            {problem(error)} {detailOf(error)}
          </p>
        )}
        {rule && <History id={rule.id} />}
        {mayWrite && (
          <Foot
            rule={rule}
            pending={change.isPending}
            trying={preview.isPending}
            onTry={() => preview.mutate({ definition: definitionOf(draft), days: 21 })}
            onClose={onClose}
          />
        )}
      </form>
    </Modal>
  );
}

function useDraftOf(rule: RuleView | null) {
  const { t } = useTranslation();
  const version = rule?.next ?? rule?.live;
  return useState<RuleDraft>(() =>
    rule && version
      ? draftOf(rule.name, version.definition)
      : newDraft(t('acks.firstName'), { en: START.en, tr: START.tr, sk: START.sk }),
  );
}

/** To begin with: they can go out as they stand. */
const START = {
  en: '{hi}, we have seen this and are looking into it. A person will write to you.\n{hi}, thank you for telling us. We are looking into it now and will be in touch.\n{hi}, we are aware of this and checking it. You will hear from one of us.',
  tr: '{hi}, mesajınızı gördük, inceliyoruz. Bir arkadaşımız size yazacak.\n{hi}, bize bildirdiğiniz için teşekkürler. Şu anda bakıyoruz, size döneceğiz.\n{hi}, durumdan haberdarız ve inceliyoruz. Ekibimizden biri size yazacak.',
  sk: '{hi}, vieme o tom a už to preverujeme. Niekto z nás sa vám ozve.\n{hi}, ďakujeme, že ste nám napísali. Pozeráme sa na to a ozveme sa vám.\n{hi}, vašu správu sme videli a riešime ju. Človek z nášho tímu vám napíše.',
};

function detailOf(error: unknown): string {
  const errors = (error as { problem?: { errors?: { at: string; message: string }[] } } | null)?.problem?.errors ?? [];
  return errors.map(({ at, message }) => `${at}: ${message}`).join(' ');
}

function History({ id }: { id: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="rule-form__history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <IconHistory size={14} aria-hidden /> {t('acks.history')}
      </summary>
      {open && <RuleHistoryList id={id} />}
    </details>
  );
}

interface FootProps {
  rule: RuleView | null;
  pending: boolean;
  trying: boolean;
  onTry: () => void;
  onClose: () => void;
}

function Foot({ rule, pending, trying, onTry, onClose }: FootProps) {
  const { t } = useTranslation();
  const change = useChangeRule();
  return (
    <div className="form__foot">
      {rule && (
        <Button variant="default" color="red" onClick={() => change.mutate({ remove: rule.id }, { onSuccess: onClose })}>
          {t('acks.remove')}
        </Button>
      )}
      <Button variant="default" loading={trying} onClick={onTry}>
        {t('acks.try')}
      </Button>
      <Button type="submit" loading={pending}>
        {t('acks.saveDraft')}
      </Button>
    </div>
  );
}
