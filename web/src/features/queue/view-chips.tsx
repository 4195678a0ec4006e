/** The queue's views as a row of chips, for screens without the navigation column. */
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { QUEUE_VIEWS, type QueueView } from '../../components/rooms.js';
import { useViewCount } from '../../components/view-count.js';

export function ViewChips({ view }: { view: QueueView }) {
  const { t } = useTranslation();
  const count = useViewCount();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers answer a promise here, which React would take for the clean-up and call.
    void row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [view]);
  return (
    <nav ref={row} className="case-list__views" aria-label={t('queue.views')}>
      {QUEUE_VIEWS.map((other) => (
        <Link key={other} to="/queue/$view" params={{ view: other }} aria-current={other === view ? 'page' : undefined}>
          {t(`view.${other}`)} <span className="num">{count(other)}</span>
        </Link>
      ))}
    </nav>
  );
}
