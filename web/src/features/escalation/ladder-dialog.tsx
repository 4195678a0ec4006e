/** A ladder, made or changed: on what it is climbed, for which cases, and its rungs. */
import { ESCALATION_TRIGGERS, type LadderView, type Rung, type SetLadder } from '#libs/contracts/http/ladders.js';
import { PRIORITIES, RISK_LEVELS } from '#libs/contracts/words.js';
import { Button, Modal, MultiSelect, Switch, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeLadders } from '../../api/escalation.js';
import { useProblemWords } from '../../components/problem-words.js';
import { RungFields } from './rung-fields.js';

const NEW: SetLadder = {
  name: '',
  enabled: true,
  on: ['clock-breached'],
  where: { priorities: [], risk: [] },
  rungs: [{ afterSeconds: 0, to: 'managers', targetId: null, by: ['desk'] }],
};
/** A new rung stands this far above the one below. */
const STEP_SECONDS = 900;

export function LadderDialog({ ladder, onClose }: { ladder: LadderView | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const change = useChangeLadders();
  const [draft, setDraft] = useState<SetLadder>(ladder ?? NEW);
  const set = (what: Partial<SetLadder>) => setDraft({ ...draft, ...what });
  const setRung = (at: number, rung: Rung | undefined) =>
    set({ rungs: rung ? draft.rungs.map((one, i) => (i === at ? rung : one)) : draft.rungs.filter((_, i) => i !== at) });
  const more = () => {
    const last = draft.rungs.at(-1)?.afterSeconds ?? -STEP_SECONDS;
    set({ rungs: [...draft.rungs, { afterSeconds: last + STEP_SECONDS, to: 'on-call', targetId: null, by: ['email'] }] });
  };
  const { name, enabled, on, where, rungs } = draft;
  const save = () => change.mutate({ id: ladder?.id, ladder: { name, enabled, on, where, rungs } }, { onSuccess: onClose });
  return (
    <Modal
      opened
      onClose={onClose}
      size={680}
      title={<span className="modal-title">{ladder ? ladder.name : t('escalation.add')}</span>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          data-autofocus
          required
          label={t('escalation.name')}
          maxLength={120}
          value={name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <MultiSelect
          label={t('escalation.on')}
          data={ESCALATION_TRIGGERS.map((value) => ({ value, label: t(`trigger.${value}`) }))}
          value={on}
          onChange={(values) => set({ on: values as SetLadder['on'] })}
        />
        <div className="form__row">
          <MultiSelect
            label={t('escalation.priorities')}
            placeholder={where.priorities.length === 0 ? t('escalation.any') : undefined}
            data={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
            value={where.priorities}
            onChange={(values) => set({ where: { ...where, priorities: values as typeof where.priorities } })}
          />
          <MultiSelect
            label={t('escalation.risk')}
            placeholder={where.risk.length === 0 ? t('escalation.any') : undefined}
            data={RISK_LEVELS.map((value) => ({ value, label: t(`risk.${value}`) }))}
            value={where.risk}
            onChange={(values) => set({ where: { ...where, risk: values as typeof where.risk } })}
          />
        </div>
        <fieldset className="rung-list">
          <legend>{t('escalation.rungs')}</legend>
          {rungs.map((rung, i) => (
            <RungFields key={i} rung={rung} number={i + 1} onChange={(next) => setRung(i, next)} only={rungs.length === 1} />
          ))}
          <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} disabled={rungs.length >= 10} onClick={more}>
            {t('escalation.addRung')}
          </Button>
        </fieldset>
        <Switch
          label={t('escalation.enabled')}
          checked={enabled}
          onChange={(event) => set({ enabled: event.currentTarget.checked })}
        />
        {change.error && (
          <p className="form__problem" role="alert">
            {words(change.error)}
          </p>
        )}
        <div className="form__foot">
          {ladder && (
            <Button
              className="form__left"
              variant="default"
              color="red"
              onClick={() => change.mutate({ id: ladder.id }, { onSuccess: onClose })}
            >
              {t('escalation.remove')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending} disabled={name.trim() === '' || on.length === 0 || rungs.length === 0}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
