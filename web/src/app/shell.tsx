/** Who is at the page: signed in (the frame), not signed in (the door), or not known yet. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onServerDate, onSignedOut } from '../api/client.js';
import { keys } from '../api/keys.js';
import { useMe } from '../api/session.js';
import { setLocale } from '../components/i18n.js';
import { say } from '../components/news.js';
import { ErrorCard, Late, RowsSkeleton } from '../components/states.js';
import { SignInPage } from '../features/sign-in/sign-in-page.js';
import type { LiveNews } from '../live/apply-events.js';
import { hintServerTime } from '../live/server-clock.js';
import { useLive } from '../live/use-live.js';
import { Frame } from './frame.js';

export function Shell() {
  const client = useQueryClient();
  const { data: me, error, refetch } = useMe();
  const [ended, setEnded] = useState(false);
  const signedOut = useCallback(() => {
    setEnded(true);
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.me[0] });
    client.setQueryData(keys.me, null);
  }, [client]);
  useEffect(() => onSignedOut(signedOut), [signedOut]);
  useEffect(() => onServerDate(hintServerTime), []);
  useEffect(() => void (me && setLocale(me.locale)), [me?.locale]);
  const { t } = useTranslation();
  const tell = useCallback(({ kind, caseId }: LiveNews) => say(t(`news.${kind}`, { id: caseId }), 'problem'), [t]);
  useLive(me?.id, signedOut, tell);
  if (me) return <Frame me={me} />;
  if (me === null) return <SignInPage ended={ended} onSignedIn={() => setEnded(false)} />;
  return <main className="shell-wait">{error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : <Late><RowsSkeleton rows={3} /></Late>}</main>; // prettier-ignore
}
