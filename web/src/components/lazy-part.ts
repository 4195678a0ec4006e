/** A dialog that is not in the first load: fetched when the page is idle, so that it is there also when the line is not. */
import { type ComponentType, lazy } from 'react';

/** The page's first requests go first. */
const IDLE_MS = 3000;

/** @param load fetches the module; @param name of the component in it */
export function lazyPart<P extends object, K extends string>(load: () => Promise<Record<K, ComponentType<P>>>, name: K) {
  setTimeout(() => void load().catch(() => undefined), IDLE_MS); // whoever needs it first tries again
  return lazy(() => load().then((module) => ({ default: module[name] })));
}
