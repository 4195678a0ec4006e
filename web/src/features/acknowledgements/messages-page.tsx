/** Every message that went out, or should have: to whom, by whom, in which words, with the network's own proof and every try. */
import type { AttemptView, MessageView } from '#libs/contracts/http/messages.js';
import { REPLY_KINDS, REPLY_STATES } from '#libs/contracts/words.js';
import { Button, NativeSelect } from '@mantine/core';
import { IconDownload, IconExternalLink, IconFilterOff, IconMessages } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MessageFilter, messagesFile, useMessages } from '../../api/messages.js';
import { useMe } from '../../api/session.js';
import { useFormat } from '../../components/format.js';
import { NetworkIcon, networkName } from '../../components/network.js';
import { useOpenWords } from '../../components/open-words.js';
import { Page } from '../../components/page.js';
import { authorName } from '../../components/person.js';
import { PostText } from '../../components/post-text.js';
import { safeUrl } from '../../components/plain-text.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';
import { AckTabs } from './ack-tabs.js';

const DAY_MS = 86_400_000;
const TONE: Partial<Record<MessageView['state'], string>> = { sent: 'tone-ok', 'by-hand': 'tone-ok', parked: 'tone-late', refused: 'tone-late' }; // prettier-ignore

export function MessagesPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<MessageFilter>({});
  const mayTake = useMe().data?.roles.includes('manager');
  return (
    <Page
      title={t('messages.title')}
      sub={t('messages.sub')}
      actions={
        mayTake && (
          <Button
            component="a"
            href={messagesFile(filter)}
            download
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {t('messages.export')}
          </Button>
        )
      }
    >
      <AckTabs />
      <Filters filter={filter} onChange={setFilter} />
      <List filter={filter} />
    </Page>
  );
}

function Filters({ filter, onChange }: { filter: MessageFilter; onChange: (filter: MessageFilter) => void }) {
  const { t } = useTranslation();
  const set = (change: MessageFilter) => onChange({ ...filter, ...change });
  const select = <V extends string>(name: 'state' | 'kind' | 'automatic', data: readonly (readonly [V, string])[]) => (
    <NativeSelect
      aria-label={t(`messages.by.${name}`)}
      data-set={filter[name] !== undefined || undefined}
      value={filter[name] ?? ''}
      data={[{ value: '', label: t(`messages.any.${name}`) }, ...data.map(([value, label]) => ({ value, label }))]}
      onChange={(event) => set({ [name]: event.currentTarget.value || undefined })}
    />
  );
  const days = filter.from === undefined ? '' : String(Math.round((Date.now() - Date.parse(filter.from)) / DAY_MS));
  return (
    <div className="toolbar" role="search" aria-label={t('messages.filters')}>
      {select('state', REPLY_STATES.map((state) => [state, t(`messages.state.${state}`)] as const))}
      {select('kind', REPLY_KINDS.map((kind) => [kind, t(`messages.kind.${kind}`)] as const))}
      {select('automatic', [['true', t('messages.byMachine')], ['false', t('messages.byPerson')]] as const)}
      <NativeSelect
        aria-label={t('mentions.period')}
        data-set={filter.from !== undefined || undefined}
        value={days}
        data={[{ value: '', label: t('mentions.any.period') }, ...([1, 7, 30] as const).map((n) => ({ value: String(n), label: t(`mentions.last${n}`) }))]}
        onChange={({ currentTarget: { value } }) => set({ from: value ? new Date(Date.now() - Number(value) * DAY_MS).toISOString() : undefined })}
      />
      {Object.values(filter).some((value) => value !== undefined) && (
        <Button variant="subtle" leftSection={<IconFilterOff size={15} aria-hidden />} onClick={() => onChange({})}>
          {t('mentions.clearAll')}
        </Button>
      )}
    </div>
  );
} // prettier-ignore

function List({ filter }: { filter: MessageFilter }) {
  const { t } = useTranslation();
  const messages = useMessages(filter);
  const items = messages.data?.pages.flatMap((page) => page.items) ?? [];
  if (messages.error) return <ErrorCard error={messages.error} onRetry={() => void messages.refetch()} />;
  return (
    <section className="panel" aria-label={t('messages.title')}>
      {messages.isPending ? (
        <RowsSkeleton />
      ) : items.length === 0 ? (
        <EmptyState
          icon={<IconMessages size={26} stroke={1.6} aria-hidden />}
          title={t('messages.empty')}
          words={t('messages.emptyWords')}
        />
      ) : (
        <ul className="messages">
          {items.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ul>
      )}
      {messages.hasNextPage && (
        <div className="ledger__more">
          <Button variant="default" loading={messages.isFetchingNextPage} onClick={() => void messages.fetchNextPage()}>
            {t('acks.older')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Message({ message }: { message: MessageView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const open = useOpenWords()(message.network);
  const url = safeUrl(message.url);
  const writer = message.automatic ? t('messages.machine') : (message.by?.name ?? t('messages.onNetwork', { network: networkName(message.network) })); // prettier-ignore
  return (
    <li className="message">
      <div className="message__head">
        <Link to="/cases/$caseId" params={{ caseId: message.caseId }} className="who cell-link">
          <NetworkIcon network={message.network} />
          <strong>{authorName(message.to)}</strong>
        </Link>
        <span className="dim">
          {t(`messages.kind.${message.kind}`)} · {t(`visibility.${message.visibility}`)} · {writer}
          {message.approvedBy && ` · ${t('messages.approvedBy', { name: message.approvedBy.name })}`}
        </span>
        <span className={`plain ${TONE[message.state] ?? 'dim'}`}>{t(`messages.state.${message.state}`)}</span>
        <time className="num dim message__time" dateTime={message.sentAt ?? message.createdAt}>
          {format.when(message.sentAt ?? message.createdAt, now)}
        </time>
      </div>
      <p className="message__text" dir="auto">
        <PostText text={message.text} />
      </p>
      {message.problem && <p className="message__problem">{message.problem}</p>}
      <details className="message__proof">
        <summary>
          {message.tries.length === 0 ? t('messages.proofOnly') : t('messages.proof', { count: message.tries.length })}
        </summary>
        <dl>
          <div>
            <dt>{t('messages.networkId')}</dt>
            <dd>
              {message.externalId === null ? (
                <span className="dim">{t('messages.noProof')}</span>
              ) : (
                <code>{message.externalId}</code>
              )}{' '}
              {url && (
                <a href={url} target="_blank" rel="noopener noreferrer">
                  <IconExternalLink size={13} aria-hidden /> {open}
                </a>
              )}
            </dd>
          </div>
          <div>
            <dt>{t('messages.key')}</dt>
            <dd>
              <code>{message.idempotencyKey}</code>
            </dd>
          </div>
        </dl>
        <Tries tries={message.tries} />
      </details>
    </li>
  );
}

function Tries({ tries }: { tries: AttemptView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (tries.length === 0) return <p className="dim">{t('messages.noTries')}</p>;
  return (
    <ol className="message__tries">
      {tries.map((one, i) => (
        <li key={i}>
          <span className="num">{format.when(one.startedAt, now)}</span> {t(`messages.action.${one.action}`)}:{' '}
          <strong>{one.outcome ? t(`messages.outcome.${one.outcome as 'sent'}`) : t('messages.outcome.broken')}</strong>
          {one.detail && one.outcome !== 'sent' && <span className="dim"> {one.detail}</span>}
        </li>
      ))}
    </ol>
  );
}
