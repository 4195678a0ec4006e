/** Past warnings as a table: what was louder than usual or left alone, when, what was expected and seen, and the posts that did it. */
import type { EarlyAlarmView } from '#libs/contracts/views/foresight.js';
import { IconTrendingUp, IconUserOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';
import { PostText } from '../../components/post-text.js';
import { Table } from '../../components/table.js';
import { TakenOn } from '../../components/taken-on.js';
import { useNow } from '../../live/server-clock.js';
import { Told } from './told.js';

const SHOWN_OF_POST = 140;

export function EarlyAlarms({ items }: { items: readonly EarlyAlarmView[] }) {
  const { t } = useTranslation();
  return (
    <Table
      className="alarms"
      columns={[
        { words: t('alarms.what') },
        { words: t('coverage.when') },
        { words: t('alarms.seen') },
        { words: t('alarms.posts') },
        { words: t('alarms.told') },
      ]}
    >
      {items.map((item) => (
        <tr key={item.id}>
          <What item={item} />
          <When item={item} />
          <Seen item={item} />
          <Posts item={item} />
          <Told told={item.told} nobody={t('alarms.toldOnPage')}>
            <div className="told__act">
              <TakenOn
                ids={[item.id]}
                acknowledgedBy={item.acknowledgedBy}
                acknowledgedAt={item.acknowledgedAt}
                goesOn={item.to === null}
              />
            </div>
          </Told>
        </tr>
      ))}
    </Table>
  );
}

function What({ item: { watch, source, loud } }: { item: EarlyAlarmView }) {
  const { t } = useTranslation();
  const Icon = loud ? IconTrendingUp : IconUserOff;
  return (
    <td>
      {watch && (
        <Link to="/watches/$watchId" params={{ watchId: watch.id }} className="cell-link">
          <strong>{watch.name}</strong>
        </Link>
      )}
      {source && (
        <Link to="/sources/$sourceId" params={{ sourceId: source.id }} className="cell-link">
          <strong>{source.account ?? source.name}</strong>
        </Link>
      )}
      <br />
      <span className="plain tone-soon">
        <Icon size={14} stroke={1.8} aria-hidden /> {loud ? t(`foresight.kind.${loud.kind}`) : t('alarms.neglected')}
      </span>
      {source?.account && <span className="cell-sub">{source.name}</span>}
    </td>
  );
}

function When({ item: { from, to } }: { item: EarlyAlarmView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const lasted = (to === null ? now : Date.parse(to)) - Date.parse(from);
  return (
    <td className="num">
      {format.when(from, now)}
      {to !== from && ' – '}
      {to === null ? <strong className="tone-late">{t('coverage.goesOn')}</strong> : to !== from && format.when(to, now)}
      {to !== from && <span className="cell-sub">{format.span(lasted)}</span>}
    </td>
  );
}

function Seen({ item: { loud, neglect } }: { item: EarlyAlarmView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (loud)
    return (
      <td className="num">
        {t(`foresight.heard.${loud.of}`, { seen: format.number(loud.seen), expected: format.decimal(loud.expected) })}
        <span className="cell-sub">{t(`alarms.within.${loud.kind}`)}</span>
      </td>
    );
  if (!neglect) return <td />;
  return (
    <td className="num">
      {t('foresight.waiting', { count: neglect.waiting })}
      <span className="cell-sub">{t('foresight.unanswered', { share: format.percent(neglect.share) })}</span>
      <span className="cell-sub">
        {neglect.lastAnswerAt
          ? t('foresight.lastAnswer', { when: format.when(neglect.lastAnswerAt, now) })
          : t('foresight.neverAnswered')}
      </span>
    </td>
  );
}

function Posts({ item: { samples } }: { item: EarlyAlarmView }) {
  return (
    <td>
      <ul className="plainlist plainlist--tight">
        {samples.map(({ id, text, author, scores }) => (
          <li key={id} lang={scores.language.code} dir="auto">
            <PostText text={text.slice(0, SHOWN_OF_POST)} />
            <span className="cell-sub">{author.handle ? `@${author.handle}` : author.name}</span>
          </li>
        ))}
      </ul>
    </td>
  );
}
