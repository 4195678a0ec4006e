/** One watch: its words on the left, what they find on the right, both at once. */
import type { WatchView } from '#libs/contracts/views/watch.js';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GONE } from '../../api/client.js';
import { useWatches } from '../../api/watches.js';
import { BackLink } from '../../components/back-link.js';
import { useFormat } from '../../components/format.js';
import { Page, Panel } from '../../components/page.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';
import { WatchForm, type WatchDraft } from './watch-form.js';
import { WatchTester } from './watch-tester.js';

export function WatchPage() {
  const { t } = useTranslation();
  const { watchId } = useParams({ from: '/watches/$watchId' });
  const list = useWatches();
  const found = list.data?.items.find((watch) => watch.id === watchId);
  if (watchId === 'new') return <Editor key="new" />;
  if (found) return <Editor key={found.id} watch={found} />;
  return (
    <Page title={t('room.watches')} actions={<BackLink to="/watches" words={t('watches.back')} />}>
      {list.isPending ? <RowsSkeleton /> : <ErrorCard error={list.error ?? GONE} onRetry={() => void list.refetch()} />}
    </Page>
  );
}

function Editor({ watch }: { watch?: WatchView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const [draft, setDraft] = useState<WatchDraft>({
    name: watch?.name ?? '',
    kind: watch?.kind ?? 'brand',
    query: watch?.query ?? '',
    threshold: watch?.threshold ?? 0.5,
    enabled: watch?.enabled ?? true,
    options: watch?.options ?? {},
  });
  const kind = t(`watchKind.${watch?.kind ?? 'brand'}`);
  const sub = !watch
    ? t('watches.newSub')
    : watch.enabled
      ? t('watches.editSub', { kind, day: format.day(watch.createdAt, now) })
      : t('watches.offSub', { kind });
  return (
    <Page title={watch?.name ?? t('watches.new')} sub={sub} actions={<BackLink to="/watches" words={t('watches.back')} />}>
      <div className="grid grid--top">
        <Panel title={t('watches.query')} span="c5">
          <WatchForm watch={watch} draft={draft} onChange={setDraft} />
        </Panel>
        <Panel title={t('watches.tester')} span="c7">
          <WatchTester
            watchId={watch?.id}
            query={draft.query}
            threshold={draft.threshold}
            kind={draft.kind}
            options={draft.options}
          />
        </Panel>
      </div>
    </Page>
  );
}
