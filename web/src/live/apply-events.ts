/** What each live event changes on the page: caches are patched where the event says everything, else fetched again. */
import type { LiveEnvelope, ServerToClient } from '#libs/contracts/live-events.js';
import type { Page } from '#libs/contracts/values.js';
import type { CaseCard, CaseView, ReplyView } from '#libs/contracts/views/case.js';
import type { SourceView } from '#libs/contracts/views/source.js';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { type CasePages, mergeCard } from '../api/cases.js';
import { type CaseListView, keys } from '../api/keys.js';
import { mergeMention } from '../api/mentions.js';
import { addArrival, listName, removeArrival } from '../api/arrivals.js';
import { serverNow } from './server-clock.js';

type EventName = keyof ServerToClient;
type Message<E extends EventName> = Parameters<ServerToClient[E]>[0];
export type LiveHandlers = { [E in EventName]?: (message: Message<E>) => void };

/** At most one message about raised cases in this time. */
const ESCALATION_NEWS_MS = 60_000;

/** What is worth telling the person at once, wherever they are in the desk. */
export type LiveNews = { kind: 'breached' | 'escalated'; caseId: string };

/** Handlers for every event that carries news. `personId` decides what is mine; `tell` is called for what cannot wait to be seen. */
export function handlersFor(client: QueryClient, personId: string, tell: (news: LiveNews) => void): LiveHandlers {
  const refresh = throttledRefresh(client);
  let quietUntil = 0;
  return {
    'case.changed': ({ case: card }) => {
      takeCard(client, card, personId);
      refresh(keys.caseCounts);
      refresh(keys.watchtower);
    },
    'mention.heard': ({ mention }) => {
      for (const query of client.getQueryCache().findAll({ queryKey: keys.mentionLists }))
        addArrival(listName(query.queryKey), mention.id);
      if (mention.caseId) refresh(keys.case(mention.caseId));
    },
    'mention.changed': ({ mention }) => {
      mergeMention(client, mention);
      if (mention.caseId) refresh(keys.case(mention.caseId));
    },
    'reply.changed': ({ reply }) => takeReply(client, reply),
    'notice.given': ({ notice }) => {
      refresh(keys.notices);
      // Whoever has the case has heard of its broken promise already.
      const known = notice.trigger === 'clock-breached' && notice.caseId !== null && isMine(client, notice.caseId, personId);
      if (notice.caseId !== null && notice.rung > 0 && !known) tell({ kind: 'escalated', caseId: notice.caseId });
    },
    'presence.changed': ({ caseId, people }) =>
      client.setQueryData<CaseView>(keys.case(caseId), (view) => view && { ...view, people }),
    'clock.warned': (m) => clockMoved(m.caseId),
    'clock.breached': (m) => {
      clockMoved(m.caseId);
      if (isMine(client, m.caseId, personId)) tell({ kind: 'breached', caseId: m.caseId });
    },
    'escalation.raised': ({ escalation }) => {
      refresh(keys.watchtower);
      if (escalation.caseId === null || isMine(client, escalation.caseId, personId) || serverNow() < quietUntil) return;
      quietUntil = serverNow() + ESCALATION_NEWS_MS; // in a storm the Watchtower tells, not a pile of messages
      tell({ kind: 'escalated', caseId: escalation.caseId });
    },
    'source.changed': ({ source }) => {
      takeSource(client, source);
      refresh(keys.sourceAlarms);
      refresh(keys.coverages);
      refresh(keys.sourceHealths);
      refresh(keys.watchtower);
    },
    'watch.changed': () => refresh(keys.watches),
    'alarm.changed': () => refresh(keys.foresight),
    'automation.changed': () => {
      void client.invalidateQueries({ queryKey: keys.automation });
      refresh(keys.acknowledgements);
    },
  };

  function clockMoved(caseId: string): void {
    refresh(keys.caseCounts);
    refresh(keys.watchtower);
    refresh(keys.case(caseId));
  }
}

/** Whether a case that is on this page is the person's own. */
function isMine(client: QueryClient, caseId: string, personId: string): boolean {
  const cards = client
    .getQueriesData<CasePages>({ queryKey: keys.caseLists })
    .flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? []);
  return cards.some((card) => card.id === caseId && card.owner?.id === personId);
}

/** Puts the card in its lists; where it is missing but belongs, it waits as new. The open case is fetched again when it changed. */
function takeCard(client: QueryClient, card: CaseCard, personId: string): void {
  for (const filter of mergeCard(client, card)) {
    const name = listName(keys.caseList(filter));
    const fits = !filter.q && (!filter.watchId || filter.watchId === card.watch.id) && belongsTo(filter.view, card, personId);
    if (fits) addArrival(name, card.id);
    else removeArrival(name, card.id);
  }
  const open = client.getQueryData<CaseView>(keys.case(card.id));
  if (open && open.card.version < card.version) void client.invalidateQueries({ queryKey: keys.case(card.id) });
}

/** A guess at what the server would answer, only to count what is new; the list itself comes from the server. */
export function belongsTo(view: CaseListView, card: CaseCard, personId: string): boolean {
  const open = card.status !== 'resolved';
  if (view === 'mine') return open && card.owner?.id === personId;
  if (view === 'unclaimed') return card.status === 'open';
  if (view === 'at-risk')
    return open && (card.risk.level === 'high' || (card.clock !== null && Date.parse(card.clock.warnAt) <= serverNow()));
  if (view === 'waiting') return open && card.answeredAt !== null && card.lastMentionAt <= card.answeredAt;
  if (view === 'resolved') return !open;
  return view === 'all' || open;
}

function takeReply(client: QueryClient, reply: ReplyView): void {
  const key = keys.case(reply.caseId);
  client.setQueryData<CaseView>(
    key,
    (view) =>
      view && {
        ...view,
        timeline: view.timeline.map((item) => (item.type === 'reply' && item.reply.id === reply.id ? { ...item, reply } : item)),
      },
  );
  void client.invalidateQueries({ queryKey: key });
}

function takeSource(client: QueryClient, source: SourceView): void {
  const list = client.getQueryData<Page<SourceView>>(keys.sources);
  if (!list) return;
  if (!list.items.some((item) => item.id === source.id)) return void client.invalidateQueries({ queryKey: keys.sources });
  client.setQueryData(keys.sources, { ...list, items: list.items.map((item) => (item.id === source.id ? source : item)) });
}

/** Fetches again at most once a second per key, however many events come. */
function throttledRefresh(client: QueryClient): (key: QueryKey) => void {
  const due = new Map<string, ReturnType<typeof setTimeout>>();
  return (key) => {
    const name = JSON.stringify(key);
    if (due.has(name)) return;
    const run = () => {
      due.delete(name);
      void client.invalidateQueries({ queryKey: key });
    };
    due.set(name, setTimeout(run, 1000));
  };
}

/** The events that carry a place in the stream. */
export const seqOf = (message: unknown): number | undefined => (message as Partial<LiveEnvelope> | undefined)?.seq;
