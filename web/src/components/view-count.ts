/** How many cases a view of the queue holds, in words. */
import { useCaseCounts } from '../api/cases.js';
import { useFormat } from './format.js';
import type { QueueView } from './rooms.js';

/** The server counts to 1,000 and no further. */
export function useViewCount(): (view: QueueView) => string {
  const counts = useCaseCounts().data;
  const format = useFormat();
  return (view) => {
    if (!counts || view === 'resolved') return '';
    const found = view === 'at-risk' ? counts.atRisk : counts[view];
    return found >= 1000 ? `${format.number(1000)}+` : format.number(found);
  };
}
