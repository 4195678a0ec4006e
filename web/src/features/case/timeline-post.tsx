/** A post and a note in the timeline. */
import type { TimelineItem } from '#libs/contracts/views/case.js';
import type { MentionView } from '#libs/contracts/views/mention.js';
import type { MeView } from '#libs/contracts/views/people.js';
import { IconEye, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';
import { IntentMark, RiskChip, SentimentMark } from '../../components/marks.js';
import { NetworkIcon } from '../../components/network.js';
import { authorName, Person } from '../../components/person.js';
import { MentionNotes } from '../../components/mention-notes.js';
import { OpenPost } from '../../components/open-post.js';
import { PostText } from '../../components/post-text.js';
import { Translation } from './translation.js';

export function PostCard({ mention, caseId, answers }: { mention: MentionView; caseId: string; answers: boolean }) {
  const { t, i18n } = useTranslation();
  const { scores, matches } = mention;
  return (
    <article className="tl tl--post">
      <Person name={authorName(mention.author)} size={28} />
      <div className="tl__card">
        <header className="tl__head">
          <strong>
            <PostText text={authorName(mention.author)} />
          </strong>
          <NetworkIcon network={mention.network} size={13} />
          <Time at={mention.postedAt} />
          <OpenPost url={mention.url} network={mention.network} />
        </header>
        <p className="tl__text" lang={scores.language.code} dir="auto">
          <PostText text={mention.text} ranges={matches.flatMap((match) => match.ranges)} />
        </p>
        {answers && mention.text !== '' && scores.language.code !== i18n.language && (
          <Translation caseId={caseId} what={{ mentionId: mention.id, to: i18n.language }} />
        )}
        <MentionNotes mention={mention} />
        <div className="tl__meta">
          <RiskChip level={scores.risk.level} score={scores.risk.score} />
          <SentimentMark label={scores.sentiment.label} />
          <IntentMark intent={scores.intent.label} />
          <span className="plain">
            <IconEye size={14} aria-hidden />
            {t('timeline.watches', { names: [...new Set(matches.map((match) => match.watchName))].join(', ') })}
          </span>
        </div>
      </div>
    </article>
  );
}

export function NoteCard({ note, me }: { note: Extract<TimelineItem, { type: 'note' }>; me: MeView }) {
  const { t } = useTranslation();
  const name = note.by ? (note.by.id === me.id ? t('common.you') : note.by.name) : t('common.desk');
  return (
    <article className="tl tl--note">
      <Person name={note.by?.name ?? 'E'} size={28} />
      <div className="tl__card">
        <header className="tl__head">
          <strong>{name}</strong>
          <span className="plain">
            <IconLock size={12} aria-hidden />
            {t('timeline.noteOnly')}
          </span>
          <Time at={note.at} />
        </header>
        <p className="tl__text" dir="auto">
          <PostText text={note.text} />
        </p>
      </div>
    </article>
  );
}

export function Time({ at }: { at: string }) {
  const format = useFormat();
  return (
    <time className="num" dateTime={at} title={format.full(at)}>
      {format.time(at)}
    </time>
  );
}
