/** Addresses of other programs that ladders may call, such as a pager. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAlarmHooks, useChangeAlarmHooks } from '../../api/escalation.js';
import { useMe } from '../../api/session.js';
import { Panel } from '../../components/page.js';
import { useProblemWords } from '../../components/problem-words.js';

const EMPTY = { name: '', url: '', secret: '' };
const SHORTEST_SECRET = 16;

export function HooksPanel() {
  const { t } = useTranslation();
  const hooks = useAlarmHooks().data?.items ?? [];
  const change = useChangeAlarmHooks();
  const words = useProblemWords();
  const [draft, setDraft] = useState(EMPTY);
  const maySet = useMe().data?.roles.includes('administrator') ?? false;
  const field = (name: keyof typeof EMPTY) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <Panel title={t('hooks.title')} aside={t('hooks.words')}>
      {hooks.length === 0 && <p className="panel__none panel__none--tight">{t('hooks.none')}</p>}
      <ul className="plainlist">
        {hooks.map((hook) => (
          <li key={hook.id} className="duty">
            <div>
              <strong>{hook.name}</strong>
              <span className="cell-sub">{hook.url}</span>
            </div>
            {maySet && (
              <Button size="compact-sm" variant="default" onClick={() => change.mutate({ id: hook.id })}>
                {t('common.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {maySet && (
        <form
          className="duty-form"
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate(draft, { onSuccess: () => setDraft(EMPTY) });
          }}
        >
          <TextInput label={t('hooks.name')} maxLength={120} {...field('name')} />
          <TextInput label={t('hooks.url')} type="url" {...field('url')} />
          <PasswordInput label={t('hooks.secret')} description={t('hooks.secretWords')} autoComplete="off" {...field('secret')} />
          <Button
            type="submit"
            variant="default"
            loading={change.isPending}
            disabled={draft.name === '' || draft.url === '' || draft.secret.length < SHORTEST_SECRET}
          >
            {t('hooks.add')}
          </Button>
        </form>
      )}
      {change.error && (
        <p className="form__problem" role="alert">
          {words(change.error)}
        </p>
      )}
    </Panel>
  );
}
