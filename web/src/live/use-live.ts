/** Joins the live stream for as long as somebody is signed in. */
import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keys } from '../api/keys.js';
import { forgetArrivals } from '../api/arrivals.js';
import { handlersFor, type LiveNews } from './apply-events.js';

/** Kept through a refetch of everything: who I am, and what cannot change while the desk runs. */
const LASTING: unknown[] = [keys.me[0], keys.connectors[0], 'watch-test'];

export function useLive(personId: string | undefined, signedOut: (reason: string) => void, tell: (news: LiveNews) => void): void {
  const client = useQueryClient();
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    if (personId === undefined) return;
    let stop: (() => void) | undefined;
    let gone = false;
    void import('./live-socket.js').then(({ connectLive }) => {
      if (gone) return;
      const refetchAll = () => {
        forgetArrivals();
        void client.invalidateQueries({ predicate: (query: Query) => !LASTING.includes(query.queryKey[0]) });
      };
      const refused = () => void client.invalidateQueries({ queryKey: keys.me });
      stop = connectLive({
        refused,
        handlers: handlersFor(client, personId, (news) => latest.current(news)),
        refetchAll,
        signedOut,
      });
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [client, personId, signedOut]);
}
