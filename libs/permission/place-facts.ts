/** How a post stands to us, read from what its connector said of it: whether it names us, stands on our own place, or came in private. */
import { mentionsHandle } from './mentions-us.js';

export interface PlacedPost {
  sourceKind: string;
  externalId: string;
  text: string;
  extra: Record<string, unknown> | null;
  /** Handle of our account there. */
  accountHandle: string | null;
}

export interface PlaceFacts {
  mentionsUs: boolean;
  onOurPlace: boolean;
  privatePlace: boolean;
  repost: boolean;
  /** The network itself says that a machine wrote it. */
  byMachine: boolean;
}

/**
 * A connector may say it outright: `mentionsUs`, `onOurPlace`, `private`, `automated` in `extra`. Where it does not, its ids and fields tell.
 * @returns facts for libs/permission/facts.ts
 */
export function placeFacts({ sourceKind, externalId, text, extra, accountHandle }: PlacedPost): PlaceFacts {
  const says = (key: string) => extra?.[key] === true;
  // Instagram's ids that begin so are of posts and comments elsewhere that name us; all else Meta tells us of stands on our own page.
  const elsewhere = externalId.startsWith('igm:');
  const ours =
    (sourceKind === 'meta' && !elsewhere) || sourceKind === 'appstore' || (sourceKind === 'youtube' && extra?.['film'] !== true);
  return {
    mentionsUs:
      says('mentionsUs') ||
      (sourceKind === 'meta' && elsewhere) ||
      mentionsHandle(text, accountHandle) ||
      namesUser(sourceKind, text, accountHandle),
    onOurPlace: says('onOurPlace') || ours,
    privatePlace: says('private') || (sourceKind === 'telegram' && chatType(extra) === 'private'),
    repost: typeof extra?.['repostOf'] === 'string' || says('repost'),
    byMachine: says('automated'),
  };
}

/** On Reddit people write u/name. */
function namesUser(sourceKind: string, text: string, handle: string | null): boolean {
  if (sourceKind !== 'reddit' || !handle) return false;
  return mentionsHandle(text.replace(/(^|[^\w/])\/?u\//gi, '$1@'), handle.replace(/^\/?u\//i, ''));
}

function chatType(extra: Record<string, unknown> | null): unknown {
  const chat = extra?.['chat'];
  return typeof chat === 'object' && chat !== null ? (chat as { type?: unknown }).type : undefined;
}
