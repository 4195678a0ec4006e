/** What a source brought, poll by poll, and what could not be taken, with its reason. */
import type { PollView } from '#libs/contracts/views/source.js';
import { useTranslation } from 'react-i18next';
import { useRefusedPosts, useSourcePolls } from '../../api/sources.js';
import { useFormat } from '../../components/format.js';
import { NotesSaid } from '../../components/notes-said.js';
import { Panel } from '../../components/page.js';
import { PostText } from '../../components/post-text.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { Table } from '../../components/table.js';
import { useNow } from '../../live/server-clock.js';

export function PollLedger({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation();
  const list = useSourcePolls(sourceId);
  const polls = list.data?.items ?? [];
  return (
    <Panel title={t('sources.ledger')} aside={t('sources.ledgerWords')} flush>
      {list.error ? (
        <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <RowsSkeleton />
      ) : polls.length === 0 ? (
        <p className="panel__none">{t('sources.ledgerEmpty')}</p>
      ) : (
        <div className="scrollx ledger-scroll" tabIndex={0} role="group" aria-label={t('common.table')}>
          <table className="table">
            <thead>
              <tr>
                <th>{t('sources.time')}</th>
                <th>{t('sources.outcome')}</th>
                <th className="r">{t('sources.taken')}</th>
                <th className="r">{t('sources.matched')}</th>
                <th className="r hide-sm">{t('sources.duplicate')}</th>
                <th className="r">{t('sources.refused')}</th>
              </tr>
            </thead>
            <tbody>
              {polls.map((poll) => (
                <PollRow key={poll.id} poll={poll} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function PollRow({ poll }: { poll: PollView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const bad = poll.outcome !== 'ok' && poll.outcome !== 'empty';
  const count = (n: number) => (n === 0 ? <span className="dim">0</span> : format.number(n));
  return (
    <tr>
      <td className="num dim" title={format.full(poll.startedAt)}>
        {format.when(poll.startedAt, now)}
      </td>
      <td>
        <span className={bad ? 'tone-soon heavy' : poll.outcome === 'empty' ? 'dim' : undefined}>
          {t(`pollOutcome.${poll.outcome}`)}
        </span>
        <NotesSaid {...poll} className="cell-sub" />
      </td>
      <td className="r">{count(poll.accepted)}</td>
      <td className="r">{count(poll.matched)}</td>
      <td className="r hide-sm">{count(poll.duplicate)}</td>
      <td className={poll.refused > 0 ? 'r tone-soon heavy' : 'r'}>{count(poll.refused)}</td>
    </tr>
  );
}

export function RefusedPosts({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const list = useRefusedPosts(sourceId);
  const refused = list.data?.items ?? [];
  if (!list.data) return null;
  return (
    <Panel title={t('sources.refusedTitle')} aside={t('sources.refusedWords')} flush>
      {refused.length === 0 ? (
        <p className="panel__none">{t('sources.refusedEmpty')}</p>
      ) : (
        <Table columns={[{ words: t('sources.time') }, { words: t('sources.reason') }, { words: t('sources.excerpt') }]}>
          {refused.map((post) => (
            <tr key={post.id}>
              <td className="num dim">{format.when(post.at, now)}</td>
              <td>{post.reason}</td>
              <td>
                <code className="excerpt">
                  <PostText text={post.excerpt} />
                </code>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}
