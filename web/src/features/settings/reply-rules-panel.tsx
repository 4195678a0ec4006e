/** What managers ask of replies: what never goes out, and where a second person approves first. */
import type { ReplyRules } from '#libs/contracts/http/composing.js';
import { TONE_RULES } from '#libs/contracts/http/tone.js';
import { INTENTS, RISK_LEVELS } from '#libs/contracts/words.js';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReplyRules, useSetReplyRules } from '../../api/composing.js';
import { useMe } from '../../api/session.js';
import { say } from '../../components/news.js';
import { Panel } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';

export function ReplyRulesPanel() {
  const { t } = useTranslation();
  const rules = useReplyRules();
  return (
    <Panel title={t('replyRules.title')} span="c12" aside={t('replyRules.words')}>
      {rules.data ? (
        <Rules rules={rules.data} />
      ) : rules.error ? (
        <ErrorCard error={rules.error} onRetry={() => void rules.refetch()} />
      ) : (
        <RowsSkeleton rows={3} />
      )}
    </Panel>
  );
}

function Rules({ rules }: { rules: ReplyRules }) {
  const { t } = useTranslation();
  const save = useSetReplyRules();
  const sayProblem = useSayProblem();
  const readOnly = !(useMe().data?.roles.includes('manager') ?? false);
  const set = (next: ReplyRules) => save.mutate(next, { onSuccess: () => say(t('common.saved')), onError: sayProblem });
  const approve = (what: Partial<ReplyRules['approve']>) => set({ ...rules, approve: { ...rules.approve, ...what } });
  return (
    <div className="rule-groups">
      <Group
        title={t('replyRules.blocked')}
        all={TONE_RULES}
        on={rules.blocked}
        label={(rule) => t(`tone.rule.${rule}`)}
        readOnly={readOnly}
        onChange={(blocked) => set({ ...rules, blocked })}
      />
      <Group
        title={t('replyRules.risk')}
        all={RISK_LEVELS}
        on={rules.approve.risk}
        label={(level) => t(`risk.${level}`)}
        readOnly={readOnly}
        onChange={(risk) => approve({ risk })}
      />
      <Group
        title={t('replyRules.intents')}
        all={INTENTS}
        on={rules.approve.intents}
        label={(intent) => t(`intent.${intent}`)}
        readOnly={readOnly}
        onChange={(intents) => approve({ intents })}
      />
      <fieldset className="rule-group">
        <legend>{t('replyRules.where')}</legend>
        <Checkbox
          label={t('replyRules.staff')}
          checked={rules.approve.staff}
          disabled={readOnly}
          onChange={(event) => approve({ staff: event.currentTarget.checked })}
        />
      </fieldset>
      {readOnly && <p className="form__hint">{t('settings.managersOnly')}</p>}
    </div>
  );
}

interface GroupProps<Item extends string> {
  title: string;
  all: readonly Item[];
  on: readonly Item[];
  label: (item: Item) => string;
  readOnly: boolean;
  onChange: (on: Item[]) => void;
}

function Group<Item extends string>({ title, all, on, label, readOnly, onChange }: GroupProps<Item>) {
  return (
    <fieldset className="rule-group">
      <legend>{title}</legend>
      {all.map((item) => (
        <Checkbox
          key={item}
          label={label(item)}
          checked={on.includes(item)}
          disabled={readOnly}
          onChange={(event) => onChange(event.currentTarget.checked ? [...on, item] : on.filter((one) => one !== item))}
        />
      ))}
    </fieldset>
  );
}
