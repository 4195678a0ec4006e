/** One source: its settings, and the ledger of what it brought and what was refused. */
import type { SourceView } from '#libs/contracts/views/source.js';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { GONE } from '../../api/client.js';
import { useMe } from '../../api/session.js';
import { useConnectors, useSources } from '../../api/sources.js';
import { BackLink } from '../../components/back-link.js';
import { CopyLine } from '../../components/copy-line.js';
import { Page, Panel } from '../../components/page.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { PollLedger, RefusedPosts } from './source-ledger.js';
import { SourceUse } from './source-use.js';
import { SourceHealth } from './source-health.js';
import { SourceForm } from './source-form.js';
import { SourceMark } from './source-mark.js';

export function SourcePage() {
  const { t } = useTranslation();
  const { sourceId } = useParams({ from: '/sources/$sourceId' });
  const list = useSources();
  const connectors = useConnectors();
  const source = list.data?.items.find((item) => item.id === sourceId);
  const maySet = useMe().data?.roles.includes('administrator') ?? false;
  if (!connectors.data || (sourceId !== 'new' && !source)) {
    const error = connectors.error ?? list.error;
    return (
      <Page title={t('room.sources')} actions={<BackLink to="/sources" words={t('sources.back')} />}>
        {error || (connectors.data && list.isSuccess) ? (
          <ErrorCard error={error ?? GONE} onRetry={() => void (connectors.error ? connectors : list).refetch()} />
        ) : (
          <RowsSkeleton />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={source?.name ?? t('sources.newTitle')}
      sub={source ? <SourceMark source={source} /> : t('sources.newSub')}
      actions={<BackLink to="/sources" words={t('sources.back')} />}
    >
      <div className="grid grid--top">
        <Panel title={t('sources.settings')} span={source ? 'c5' : 'c7'} aside={source && <ReplyWords source={source} />}>
          <SourceForm key={source?.id ?? 'new'} source={source} connectors={connectors.data.items} maySet={maySet} />
        </Panel>
        {source && (
          <div className="c7 stack">
            {source.receiveUrl && (
              <Panel title={t('sources.receive')}>
                <CopyLine text={`${location.origin}${source.receiveUrl}`} />
                <p className="form__hint">{t(source.kind === 'meta' ? 'sources.receiveMeta' : 'sources.receiveWords')}</p>
              </Panel>
            )}
            <SourceHealth sourceId={source.id} />
            <SourceUse sourceId={source.id} maySet={maySet} />
            <PollLedger sourceId={source.id} />
            <RefusedPosts sourceId={source.id} />
          </div>
        )}
      </div>
    </Page>
  );
}

function ReplyWords({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  return (
    <span>
      {source.canReply
        ? source.account
          ? t('sources.answersAs', { handle: `@${source.account.handle}` })
          : ''
        : t('sources.noReplies')}
    </span>
  );
}
