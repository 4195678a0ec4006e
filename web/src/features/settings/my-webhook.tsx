/** One's own webhook: an address, a secret that is shown once, a trial. */
import type { NoticeSettings } from '#libs/contracts/http/ladders.js';
import { Button, CopyButton, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyWebhook } from '../../api/escalation.js';
import { useSayProblem } from '../../components/problem-words.js';

export function MyWebhook({ mine, onWish }: { mine: NoticeSettings; onWish: (wanted: boolean) => void }) {
  const { t } = useTranslation();
  const { set, remove, trial } = useMyWebhook();
  const sayProblem = useSayProblem();
  const [url, setUrl] = useState(mine.webhookUrl ?? '');
  const changed = url.trim() !== '' && url.trim() !== mine.webhookUrl;
  const forget = () => remove.mutate(undefined, { onSuccess: () => setUrl(''), onError: sayProblem });
  return (
    <>
      <Switch
        label={t('myNotices.webhook')}
        description={t('myNotices.webhookWords')}
        checked={mine.webhook}
        onChange={(event) => onWish(event.currentTarget.checked)}
      />
      <TextInput
        type="url"
        label={t('myNotices.webhookUrl')}
        placeholder="https://"
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <div className="form__acts">
        <Button
          variant="default"
          disabled={!changed && mine.webhookUrl === null}
          loading={set.isPending}
          onClick={() => set.mutate(url.trim(), { onError: sayProblem })}
        >
          {t(mine.webhookUrl === null || changed ? 'myNotices.webhookSet' : 'myNotices.webhookAnew')}
        </Button>
        {mine.webhookUrl !== null && (
          <>
            <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate(undefined, { onError: sayProblem })}>
              {t('myNotices.webhookTry')}
            </Button>
            <Button variant="default" onClick={forget}>
              {t('myNotices.webhookForget')}
            </Button>
          </>
        )}
      </div>
      {set.data && mine.webhookUrl !== null && (
        <div className="form__secret" role="status">
          <p>{t('myNotices.secret')}</p>
          <code>{set.data.secret}</code>{' '}
          <CopyButton value={set.data.secret}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {t(copied ? 'permission.copied' : 'myNotices.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
      {trial.data && (
        <p className={trial.data.taken ? 'form__hint' : 'form__problem'} role="status">
          {t(trial.data.taken ? 'myNotices.tried' : 'myNotices.notTaken', { answer: trial.data.answer })}
        </p>
      )}
    </>
  );
}
