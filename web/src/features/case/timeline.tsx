/** Everything that happened to a case, oldest first. */
import type { CaseView, TimelineItem } from '#libs/contracts/views/case.js';
import type { ActivityKind } from '#libs/contracts/words.js';
import type { Visibility } from '#libs/contracts/words.js';
import type { MeView } from '#libs/contracts/views/people.js';
import { Fragment, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKey } from '../../components/keyboard.js';
import { sameDay, useFormat } from '../../components/format.js';
import { useNow } from '../../live/server-clock.js';
import { FactLine } from './timeline-fact.js';
import { NoteCard, PostCard } from './timeline-post.js';
import { ReplyCard } from './timeline-reply.js';

/** Facts that say what a post, a reply or a note beside them says already. */
const SHOWN_AS_CARD: readonly ActivityKind[] = [
  'mention-joined',
  'noted',
  'reply-queued',
  'reply-cancelled',
  'reply-refused',
  'reply-parked',
];

interface Props {
  view: CaseView;
  me: MeView;
  /** Puts a reply's words back into the box. */
  onTakeText: (text: string, visibility: Visibility) => void;
}

export function Timeline({ view, me, onTakeText }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const nearEnd = useRef(true);
  const timeline = useMemo(
    () => view.timeline.filter((item) => item.type !== 'fact' || !SHOWN_AS_CARD.includes(item.kind)),
    [view.timeline],
  );
  const last = timeline.at(-1);
  useEffect(() => {
    if (nearEnd.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [timeline.length, last?.at]);
  useKey('Enter', () => scroller.current?.focus());
  const onScroll = () => {
    const box = scroller.current;
    if (box) nearEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
  };
  return (
    <div className="timeline" ref={scroller} tabIndex={0} role="region" aria-label={t('timeline.label')} onScroll={onScroll}>
      {timeline.map((item, i) => (
        <Fragment key={keyOf(item)}>
          <DayLine at={item.at} before={timeline[i - 1]?.at} />
          <Item item={item} view={view} me={me} onTakeText={onTakeText} />
        </Fragment>
      ))}
    </div>
  );
}

function Item({ item, view, me, onTakeText }: Props & { item: TimelineItem }) {
  if (item.type === 'post')
    return <PostCard mention={item.mention} caseId={view.card.id} answers={me.roles.includes('responder')} />;
  if (item.type === 'reply') return <ReplyCard reply={item.reply} me={me} network={view.card.network} onTakeText={onTakeText} />;
  if (item.type === 'note') return <NoteCard note={item} me={me} />;
  return <FactLine fact={item} me={me} />;
}

function DayLine({ at, before }: { at: string; before?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (before !== undefined && sameDay(before, Date.parse(at))) return null;
  return (
    <div className="tl__day">
      <span>{sameDay(at, now) ? t('time.today') : format.day(at, now)}</span>
    </div>
  );
}

const keyOf = (item: TimelineItem): string =>
  item.type === 'post' ? `p${item.mention.id}` : item.type === 'reply' ? `r${item.reply.id}` : `${item.type}${item.id}`;
