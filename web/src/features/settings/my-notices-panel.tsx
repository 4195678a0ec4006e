/** How one is told of what is raised to one: by e-mail, by this browser, and when not. */
import type { NoticeSettings, NoticeWishes, QuietHours } from '#libs/contracts/http/ladders.js';
import { Button, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeMyNotices, useMyNotices } from '../../api/escalation.js';
import { say } from '../../components/news.js';
import { Panel } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { MyWebhook } from './my-webhook.js';
import { subscribeBrowser } from './subscribe-browser.js';

const NIGHT: QuietHours = { from: '22:00', to: '07:00', zone: Intl.DateTimeFormat().resolvedOptions().timeZone };

export function MyNoticesPanel() {
  const { t } = useTranslation();
  const mine = useMyNotices();
  return (
    <Panel title={t('myNotices.title')}>
      {mine.data ? (
        <Wishes mine={mine.data} />
      ) : mine.error ? (
        <ErrorCard error={mine.error} onRetry={() => void mine.refetch()} />
      ) : (
        <RowsSkeleton rows={2} />
      )}
    </Panel>
  );
}

function Wishes({ mine }: { mine: NoticeSettings }) {
  const { t } = useTranslation();
  const change = useChangeMyNotices();
  const sayProblem = useSayProblem();
  const [refused, setRefused] = useState(false);
  const { email, push, webhook, quiet } = mine;
  const set = (what: Partial<NoticeWishes>) =>
    change.mutate(
      { wishes: { email, push, webhook, quiet, ...what } },
      { onSuccess: () => say(t('common.saved')), onError: sayProblem },
    );
  const addBrowser = async () => {
    const browser = await subscribeBrowser(mine.pushKey);
    setRefused(browser === null);
    if (browser) change.mutate({ browser }, { onSuccess: () => say(t('common.saved')), onError: sayProblem });
  };
  return (
    <div className="form">
      <Switch
        label={t('myNotices.email')}
        description={mine.emailReady ? undefined : t('myNotices.noMail')}
        checked={email}
        onChange={(event) => set({ email: event.currentTarget.checked })}
      />
      <Switch
        label={t('myNotices.push')}
        description={t('myNotices.browsers', { count: mine.browsers })}
        checked={push}
        onChange={(event) => set({ push: event.currentTarget.checked })}
      />
      <div className="form__acts">
        <Button variant="default" onClick={() => void addBrowser()}>
          {t('myNotices.addBrowser')}
        </Button>
        {mine.browsers > 0 && (
          <Button variant="default" onClick={() => change.mutate('forget-browsers')}>
            {t('myNotices.forget')}
          </Button>
        )}
      </div>
      {refused && (
        <p className="form__problem" role="alert">
          {t('myNotices.refused')}
        </p>
      )}
      <MyWebhook mine={mine} onWish={(wanted) => set({ webhook: wanted })} />
      <Switch
        label={t('myNotices.quiet')}
        description={t('myNotices.quietWords')}
        checked={quiet !== null}
        onChange={(event) => set({ quiet: event.currentTarget.checked ? NIGHT : null })}
      />
      {quiet && (
        <div className="form__row">
          <TextInput
            type="time"
            label={t('duty.from')}
            defaultValue={quiet.from}
            onBlur={(event) => event.currentTarget.value && set({ quiet: { ...quiet, from: event.currentTarget.value } })}
          />
          <TextInput
            type="time"
            label={t('duty.to')}
            defaultValue={quiet.to}
            onBlur={(event) => event.currentTarget.value && set({ quiet: { ...quiet, to: event.currentTarget.value } })}
          />
        </div>
      )}
    </div>
  );
}
