/** Empty, loading, wrong: one of each, used in every room. */
import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.js';
import { useProblemWords } from './problem-words.js';

export function EmptyState({
  icon,
  title,
  words,
  action,
  hint,
  level = 2,
}: {
  icon: ReactNode;
  title: string;
  words?: string;
  action?: ReactNode;
  hint?: ReactNode;
  /** Of the heading: 1 where nothing else names the page. */
  level?: 1 | 2;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      <span className="empty__icon">{icon}</span>
      <Heading>{title}</Heading>
      {words && <p>{words}</p>}
      {action && <div className="empty__action">{action}</div>}
      {hint && <p className="empty__hint">{hint}</p>}
    </div>
  );
}

/** What went wrong, in words, and the way to try again. */
export function ErrorCard({
  error,
  onRetry,
  title,
  level = 2,
}: {
  error: unknown;
  onRetry?: () => void;
  title?: string;
  /** Of the heading: 1 where it stands in the place of a page. */
  level?: 1 | 2;
}) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const Heading = `h${level}` as const;
  return (
    <div className="error" role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <Heading>{title ?? t('common.couldNotLoad')}</Heading>
        <p>{words(error)}</p>
        {onRetry && !isRefusal(error) && (
          <Button variant="default" leftSection={<IconRefresh size={14} aria-hidden />} onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What one may not see, or what is gone, one does not see the second time either. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && [403, 404].includes(error.problem.status);
}

export function CaseRowSkeleton() {
  return (
    <div className="case-row" aria-hidden>
      <Skeleton circle height={32} width={32} />
      <div className="skeleton__body">
        <div className="skeleton__top">
          <Skeleton height={11} width={110} />
          <Skeleton height={11} width={62} />
        </div>
        <Skeleton height={10} mb={8} />
        <Skeleton height={10} width="72%" mb={13} />
        <Skeleton height={18} width={150} />
      </div>
    </div>
  );
}

export function RowsSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <Late>
      <div className="skeleton__rows" aria-busy="true">
        {Array.from({ length: rows }, (_, i) => (
          <Skeleton key={i} height={14} width={`${88 - ((i * 17) % 40)}%`} />
        ))}
      </div>
    </Late>
  );
}

/** Shows a waiting shape only when the wait is long enough to be noticed (150 ms). */
export function Late({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return late ? children : null;
}
