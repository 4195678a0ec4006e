/** A table of a room: too wide for its place it scrolls there, by key as well. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface Column {
  words: string;
  className?: string;
  /** Said to screen readers only: what stands below needs no heading for the eye. */
  silent?: boolean;
}

/** @param label what the table is, where its panel does not say so; children are its rows */
export function Table({
  columns,
  className,
  label,
  children,
}: {
  columns: readonly Column[];
  className?: string;
  label?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className="scrollx" tabIndex={0} role="group" aria-label={label ?? t('common.table')}>
      <table className={className ? `table ${className}` : 'table'}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.words} className={column.className}>
                {column.silent ? <span className="visually-hidden">{column.words}</span> : column.words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
