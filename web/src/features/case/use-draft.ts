/** What is being written: kept on this device at every key, on the server soon after, and safe from every change of owner. */
import type { DraftMode, DraftView } from '#libs/contracts/http/composing.js';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { saveDraft } from '../../api/composing.js';
import { serverNow } from '../../live/server-clock.js';

interface Kept {
  text: string;
  /** When it was written, by the server's time. */
  at: number;
  /** It has gone out: only older copies are held off. */
  sent?: boolean;
}
const name = (caseId: string, mode: DraftMode) => `earshot.draft.${caseId}.${mode}`;
/** The server gets what stood still for so long. */
const SAVE_MS = 700;

export interface Draft {
  text: string;
  /** True when the words are the person's own and not the prepared ones. */
  kept: boolean;
  set: (text: string) => void;
  clear: () => void;
}

/**
 * @param mode what is written
 * @param stored the person's own draft as the server has it
 * @param prepared stands there until somebody writes
 */
export function useDraft(caseId: string, mode: DraftMode, stored: DraftView | undefined, prepared: string): Draft {
  const [, redraw] = useState(0);
  const saving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const here = read(caseId, mode);
  const newer = stored && (here === null || Date.parse(stored.updatedAt) > here.at) ? stored.text : here?.text;
  const keep = useCallback(
    (text: string, sent = false) => {
      localStorage.setItem(name(caseId, mode), JSON.stringify({ text, at: serverNow(), sent } satisfies Kept));
      redraw((n) => n + 1);
      clearTimeout(saving.current);
    },
    [caseId, mode],
  );
  const set = useCallback(
    (text: string) => {
      keep(text);
      // What cannot be saved now stays on this device and goes with the next key, or when the case is opened again.
      saving.current = setTimeout(() => void saveDraft(caseId, mode, text).catch(() => undefined), SAVE_MS);
    },
    [caseId, mode, keep],
  );
  // That it was sent stays remembered here, so that a copy that the server still has does not come back.
  const clear = useCallback(() => {
    keep('', true);
    void saveDraft(caseId, mode, '').catch(() => undefined);
  }, [caseId, mode, keep]);
  useSaveOnLeaving(saving, caseId, mode);
  useSaveUnsaved(
    caseId,
    mode,
    here !== null && newer === here.text && !here.sent && stored?.text !== here.text ? here.text : undefined,
  );
  const own = newer === '' && here?.sent ? undefined : newer;
  return { text: own ?? prepared, kept: own !== undefined && own !== '', set, clear };
}

/** What was written while the line was down, and is here only, goes to the server as soon as the case is open again. */
function useSaveUnsaved(caseId: string, mode: DraftMode, text: string | undefined): void {
  const atOpening = useRef(text);
  useEffect(() => {
    if (atOpening.current !== undefined) void saveDraft(caseId, mode, atOpening.current).catch(() => undefined);
    atOpening.current = undefined;
  }, [caseId, mode]);
}

/** Whoever moves on within the pause has their last words saved as well. */
function useSaveOnLeaving(saving: RefObject<ReturnType<typeof setTimeout> | undefined>, caseId: string, mode: DraftMode): void {
  useEffect(
    () => () => {
      if (saving.current === undefined) return;
      clearTimeout(saving.current);
      saving.current = undefined;
      const kept = read(caseId, mode);
      if (kept) void saveDraft(caseId, mode, kept.text).catch(() => undefined);
    },
    [saving, caseId, mode],
  );
}

function read(caseId: string, mode: DraftMode): Kept | null {
  const raw = localStorage.getItem(name(caseId, mode));
  if (raw === null) return null;
  try {
    const kept = JSON.parse(raw) as Partial<Kept>;
    return typeof kept.text === 'string' && typeof kept.at === 'number'
      ? { text: kept.text, at: kept.at, sent: kept.sent === true }
      : null;
  } catch {
    return null;
  }
}
