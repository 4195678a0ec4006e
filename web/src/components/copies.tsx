/** How often a post was copied, and by whom: nothing is shown of a post that stands alone. */
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCopies } from '../api/mentions.js';
import { useNow } from '../live/server-clock.js';
import { useFormat } from './format.js';
import { atHandle } from './person.js';
import { PostText } from './post-text.js';

export function Copies({ mentionId }: { mentionId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { data } = useCopies(mentionId);
  if (!data || (data.count === 0 && data.reposts === 0)) return null;
  const parts = [
    ...(data.reposts > 0 ? [t('copies.reposts', { count: data.reposts, n: format.number(data.reposts) })] : []),
    ...(data.count > 0 ? [t('copies.count', { count: data.count, n: format.number(data.count) })] : []),
    ...(data.reach > 0 ? [t('copies.reach', { n: format.number(data.reach) })] : []),
  ].join(' · ');
  return (
    <details className="copies">
      <summary>
        <IconCopy size={14} stroke={1.8} aria-hidden /> {parts}
      </summary>
      <ul className="plainlist plainlist--tight">
        {data.items.map(({ id, author, text, postedAt }) => (
          <li key={id}>
            <span className="cell-sub num">
              <PostText text={author.handle ? atHandle(author.handle) : (author.name ?? '')} /> · {format.when(postedAt, now)}
            </span>
            <PostText text={text} />
          </li>
        ))}
      </ul>
    </details>
  );
}
