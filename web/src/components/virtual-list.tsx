/** A list that keeps only what is seen in the page, and asks for more near its end. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';

interface Props<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  rowHeight: number;
  /** Rows taller than `rowHeight` are measured. */
  measured?: boolean;
  render: (item: T, index: number) => ReactNode;
  label: string;
  className: string;
  /** The row to keep in sight. */
  activeIndex?: number;
  /** Changes when the list should start at its top again. */
  topKey?: string;
  onEnd?: () => void;
}

export function VirtualList<T>({
  items,
  keyOf,
  rowHeight,
  measured,
  render,
  label,
  className,
  activeIndex = -1,
  topKey,
  onEnd,
}: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(items[index]!),
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= items.length - 10 && items.length > 0) onEnd?.();
  }, [last, items.length, onEnd]);
  useEffect(() => {
    if (activeIndex >= 0) rows.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, rows]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [topKey]);
  return (
    <div className={className} ref={scroller} tabIndex={0} role="group" aria-label={label}>
      <ul className="virtual" style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => (
          <li
            key={row.key}
            ref={measured ? rows.measureElement : undefined}
            data-index={row.index}
            aria-setsize={items.length}
            aria-posinset={row.index + 1}
            style={{ transform: `translateY(${row.start}px)`, height: measured ? undefined : row.size }}
          >
            {render(items[row.index]!, row.index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
