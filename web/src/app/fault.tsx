/** In the place of a room that broke: the frame stays, and says what can be done. */
import { ErrorCard } from '../components/states.js';

export function Fault({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <div className="page">
      <ErrorCard level={1} error={error} onRetry={reset} />
    </div>
  );
}
