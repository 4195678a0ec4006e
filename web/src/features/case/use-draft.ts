/** What is being written: kept on this device at every key, on the server soon after, and safe from every change of owner. */
import type { DraftMode, DraftView } from '#libs/contracts/http/composing.js';
import type { Visibility } from '#libs/contracts/words.js';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { saveDraft } from '../../api/composing.js';
import { serverNow } from '../../live/server-clock.js';

interface Kept {
  text: string;
  /** When it was written, by the server's time. */
  at: number;
  /** Whom the words are meant for, when the writer chose. */
  visibility?: Visibility | null;
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
  /** Whom it is meant for; null: not chosen. */
  visibility: Visibility | null;
  /** Left out, whom it is meant for stays. */
  set: (text: string, visibility?: Visibility) => void;
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
  const latest = stored && (here === null || Date.parse(stored.updatedAt) > here.at) ? stored : here;
  const newer = latest?.text;
  const meant = latest?.visibility ?? null;
  const keep = useCallback(
    (text: string, visibility: Visibility | null, sent = false) => {
      localStorage.setItem(name(caseId, mode), JSON.stringify({ text, at: serverNow(), visibility, sent } satisfies Kept));
      redraw((n) => n + 1);
      clearTimeout(saving.current);
    },
    [caseId, mode],
  );
  const set = useCallback(
    (text: string, visibility: Visibility | null = meant) => {
      keep(text, visibility);
      // What cannot be saved now stays on this device and goes with the next key, or when the case is opened again.
      saving.current = setTimeout(() => void saveDraft(caseId, mode, text, visibility).catch(() => undefined), SAVE_MS);
    },
    [caseId, mode, keep, meant],
  );
  // That it was sent stays remembered here, so that a copy that the server still has does not come back.
  const clear = useCallback(() => {
    keep('', null, true);
    void saveDraft(caseId, mode, '', null).catch(() => undefined);
  }, [caseId, mode, keep]);
  useSaveOnLeaving(saving, caseId, mode);
  useSaveUnsaved(caseId, mode, here !== null && latest === here && !here.sent && stored?.text !== here.text ? here : undefined);
  const own = newer === '' && here?.sent ? undefined : newer;
  return { text: own ?? prepared, kept: own !== undefined && own !== '', visibility: meant, set, clear };
}

/** What was written while the line was down, and is here only, goes to the server as soon as the case is open again. */
function useSaveUnsaved(caseId: string, mode: DraftMode, kept: Kept | undefined): void {
  const atOpening = useRef(kept);
  useEffect(() => {
    const unsaved = atOpening.current;
    if (unsaved) void saveDraft(caseId, mode, unsaved.text, unsaved.visibility ?? null).catch(() => undefined);
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
      if (kept) void saveDraft(caseId, mode, kept.text, kept.visibility ?? null).catch(() => undefined);
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
      ? { text: kept.text, at: kept.at, sent: kept.sent === true, visibility: kept.visibility ?? null }
      : null;
  } catch {
    return null;
  }
}
