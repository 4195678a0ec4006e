/** A room whose code is fetched when it is first opened. Where the desk cannot be reached the frame stays, says so, and goes on by itself. */
import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { UNREACHED } from '../api/client.js';
import { ErrorCard, Late, RowsSkeleton } from '../components/states.js';
import { useConnection } from '../live/connection.js';

const RELOADED = 'earshot.reloaded-for';

/** @param load fetches the module; @param name of the room's component in it */
export function lazyRoom<K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) {
  let Room: ComponentType | undefined;
  const fetchRoom = () => load().then((module) => void (Room = module[name]), explain);

  function LazyRoom() {
    const [problem, setProblem] = useState<unknown>();
    const [, redraw] = useState(0);
    const { state } = useConnection();
    const fetchNow = useCallback(() => {
      setProblem(undefined);
      fetchRoom().then(() => redraw((n) => n + 1), setProblem);
    }, []);
    useEffect(() => {
      if (!Room) fetchNow();
    }, [fetchNow, state]);
    if (Room) return <Room />;
    return (
      <div className="page">
        {problem ? <ErrorCard level={1} error={problem} onRetry={fetchNow} /> : <Late><RowsSkeleton /></Late>}
      </div>
    ); // prettier-ignore
  }
  LazyRoom.preload = () => fetchRoom().catch(() => undefined);
  return LazyRoom;
}

/**
 * A module that cannot be fetched is either behind a lost line, or of a version that the desk no longer has: the whole page is then
 * loaded anew, once. Loading it anew without a line would leave the browser's own page of errors in the desk's place.
 */
async function explain(error: unknown): Promise<never> {
  const answers = await fetch('/healthz', { cache: 'no-store' }).then(
    () => true,
    () => false,
  );
  if (!answers) throw UNREACHED;
  if (sessionStorage.getItem(RELOADED) !== String(error)) {
    sessionStorage.setItem(RELOADED, String(error));
    location.reload();
  }
  throw error;
}
