/** The bones of a room: a title, a sentence under it, what can be done, and panels. */
import type { ReactNode } from 'react';
import { useEffect } from 'react';

export function Page({
  title,
  sub,
  actions,
  children,
}: {
  title: string;
  sub?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  useTitle(title);
  return (
    <div className="page">
      <header className="page__head">
        <div>
          <h1 className="page__title">{title}</h1>
          {sub && <p className="page__sub">{sub}</p>}
        </div>
        {actions && <div className="page__actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Panel({
  title,
  aside,
  span,
  flush,
  className,
  children,
}: {
  title?: string;
  aside?: ReactNode;
  span?: string;
  flush?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={['panel', span, className].filter(Boolean).join(' ')} aria-label={title}>
      {title && (
        <div className="panel__head">
          <h2 className="panel__title">{title}</h2>
          {aside && <div className="panel__aside">{aside}</div>}
        </div>
      )}
      <div className={flush ? 'panel__body panel__body--flush' : 'panel__body'}>{children}</div>
    </section>
  );
}

/** The browser tab's title, while the room is open. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Earshot`;
  }, [title]);
}
