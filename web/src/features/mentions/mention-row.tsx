/** One mention: who said what, how it was read and why, and what may be done with it. */
import type { MentionView } from '#libs/contracts/views/mention.js';
import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBan,
  IconDots,
  IconExternalLink,
  IconFolderPlus,
  IconInfoCircle,
  IconUserOff,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenCase } from '../../api/cases.js';
import { useChangeMention } from '../../api/mentions.js';
import { useFormat } from '../../components/format.js';
import { lazyPart } from '../../components/lazy-part.js';
import { IntentMark, SentimentMark } from '../../components/marks.js';
import { useOpenWords } from '../../components/open-words.js';
import { say } from '../../components/news.js';
import { atHandle, authorName, Person } from '../../components/person.js';
import { safeUrl } from '../../components/plain-text.js';
import { MentionNotes } from '../../components/mention-notes.js';
import { PostText } from '../../components/post-text.js';
import { useSayProblem } from '../../components/problem-words.js';
import { Copies } from '../../components/copies.js';
import { Scores } from '../../components/scores.js';
import { useNow } from '../../live/server-clock.js';

const CorrectScores = lazyPart(() => import('../../components/correct-scores.js'), 'CorrectScores');

export const MentionRow = memo(function MentionRow({ mention }: { mention: MentionView }) {
  const [why, setWhy] = useState(false);
  return (
    <article className="mention" data-state={mention.state}>
      <Person name={authorName(mention.author)} network={mention.network} size={32} />
      <Words mention={mention} />
      <div className="mention__marks">
        <SentimentMark label={mention.scores.sentiment.label} />
        <IntentMark intent={mention.scores.intent.label} />
      </div>
      <CaseCell mention={mention} />
      <RowMenu mention={mention} onWhy={() => setWhy((now) => !now)} />
      {why && <Why mention={mention} />}
    </article>
  );
});

function Words({ mention }: { mention: MentionView }) {
  const format = useFormat();
  const now = useNow();
  const { author } = mention;
  return (
    <div className="mention__body">
      <div className="mention__top">
        <strong className="truncate">
          <PostText text={authorName(author)} />
        </strong>
        {author.handle && author.name && (
          <span className="dim truncate">
            <PostText text={atHandle(author.handle)} />
          </span>
        )}
        <time className="dim num" dateTime={mention.postedAt} title={format.full(mention.postedAt)}>
          {format.when(mention.postedAt, now)}
        </time>
        <span className="dim truncate hide-sm">{mention.source.name}</span>
      </div>
      <p lang={mention.scores.language.code} dir="auto">
        <PostText text={mention.text} ranges={mention.matches.flatMap((match) => match.ranges)} />
      </p>
      <MentionNotes mention={mention} />
    </div>
  );
}

function CaseCell({ mention }: { mention: MentionView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = useOpenCase();
  const sayProblem = useSayProblem();
  if (mention.caseId)
    return (
      <div className="mention__case">
        <Link to="/queue/$view/$caseId" params={{ view: 'open', caseId: mention.caseId }} className="num">
          {t('case.number', { id: mention.caseId })}
        </Link>
      </div>
    );
  if (mention.state !== 'heard') return <div className="mention__case dim">{t(`mentionState.${mention.state}`)}</div>;
  const start = () =>
    open.mutate(mention.id, {
      onSuccess: ({ card }) => {
        say(t('mentions.opened', { id: card.id }));
        void navigate({ to: '/queue/$view/$caseId', params: { view: 'open', caseId: card.id } });
      },
      onError: sayProblem,
    });
  return (
    <div className="mention__case">
      <Button variant="default" leftSection={<IconFolderPlus size={14} aria-hidden />} loading={open.isPending} onClick={start}>
        {t('mentions.openCase')}
      </Button>
    </div>
  );
}

function RowMenu({ mention, onWhy }: { mention: MentionView; onWhy: () => void }) {
  const { t } = useTranslation();
  const openWords = useOpenWords();
  const change = useChangeMention();
  const sayProblem = useSayProblem();
  const url = safeUrl(mention.url);
  const set = (state: 'heard' | 'not-ours' | 'spam') => change.mutate({ id: mention.id, state }, { onError: sayProblem });
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" shadow="md" transitionProps={{ duration: 120 }}>
      <Menu.Target>
        <ActionIcon className="mention__menu" aria-label={t('mentions.menu', { name: authorName(mention.author) })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconInfoCircle size={15} aria-hidden />} onClick={onWhy}>
          {t('mentions.why')}
        </Menu.Item>
        {url && (
          <Menu.Item
            leftSection={<IconExternalLink size={15} aria-hidden />}
            component="a"
            href={url}
            target="_blank"
            rel="noopener noreferrer nofollow"
          >
            {openWords(mention.network)}
          </Menu.Item>
        )}
        {mention.state === 'heard' ? (
          <>
            <Menu.Item leftSection={<IconUserOff size={15} aria-hidden />} onClick={() => set('not-ours')}>
              {t('mentions.notOurs')}
            </Menu.Item>
            <Menu.Item leftSection={<IconBan size={15} aria-hidden />} onClick={() => set('spam')}>
              {t('mentions.spam')}
            </Menu.Item>
          </>
        ) : (
          mention.state !== 'deleted' && (
            <Menu.Item leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={() => set('heard')}>
              {t('mentions.undo')}
            </Menu.Item>
          )
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Why({ mention }: { mention: MentionView }) {
  const { t } = useTranslation();
  const [correcting, setCorrecting] = useState(false);
  return (
    <div className="mention__why">
      <Scores scores={mention.scores} matches={mention.matches} />
      <Copies mentionId={mention.id} />
      <button type="button" className="linkish tone-brand" onClick={() => setCorrecting(true)}>
        {t('scores.correct')}
      </button>
      <Suspense>{correcting && <CorrectScores mention={mention} onClose={() => setCorrecting(false)} />}</Suspense>
    </div>
  );
}
