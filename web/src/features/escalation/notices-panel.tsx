/** Who was told of what, by which way, and the receipt. */
import type { NoticeView } from '#libs/contracts/http/ladders.js';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../api/escalation.js';
import { useFormat } from '../../components/format.js';
import { MoreButton } from '../../components/more-button.js';
import { NoticeProblem } from '../../components/notice-problem.js';
import { Panel } from '../../components/page.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { Table } from '../../components/table.js';
import { useNow } from '../../live/server-clock.js';

export function NoticesPanel() {
  const { t } = useTranslation();
  const list = useNotices();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('notices.title')} span="c12" flush>
      {list.error ? (
        <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <RowsSkeleton rows={3} />
      ) : items.length === 0 ? (
        <p className="panel__none">{t('notices.none')}</p>
      ) : (
        <Table
          columns={[
            { words: t('notices.at') },
            { words: t('notices.what') },
            { words: t('notices.to') },
            { words: t('notices.state') },
          ]}
        >
          {items.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
        </Table>
      )}
      <MoreButton list={list} />
    </Panel>
  );
}

function NoticeRow({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <tr>
      <td className="num dim">{format.when(notice.sentAt ?? notice.at, now)}</td>
      <td>
        {t(`trigger.${notice.trigger}`)}
        {notice.caseId && (
          <Link to="/queue/$view/$caseId" params={{ view: 'open', caseId: notice.caseId }} className="cell-link cell-sub">
            {t('case.number', { id: notice.caseId })}
          </Link>
        )}
      </td>
      <td>
        {notice.to} <span className="dim">{t(`channel.${notice.channel}`)}</span>
      </td>
      <td>
        {t(`noticeState.${notice.state}`)}
        {/* What is told at the desk needs no receipt of a network. */}
        {notice.channel !== 'desk' && notice.receipt && <span className="cell-sub">{notice.receipt}</span>}
        {notice.channel !== 'desk' && !notice.receipt && notice.problem && <NoticeProblem problem={notice.problem} />}
      </td>
    </tr>
  );
}
