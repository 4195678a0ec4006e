/** What is being written, kept on this device until it is sent: a closed laptop or a lost network loses no words. */
import { useCallback, useState } from 'react';

const name = (caseId: string, mode: string) => `earshot.draft.${caseId}.${mode}`;

export interface Draft {
  text: string;
  /** True when the words are the person's own and not the prepared ones. */
  kept: boolean;
  set: (text: string) => void;
  clear: () => void;
}

/** The draft for one case and mode; `prepared` stands there until somebody writes. */
export function useDraft(caseId: string, mode: string, prepared: string): Draft {
  const [, redraw] = useState(0);
  const stored = localStorage.getItem(name(caseId, mode));
  const set = useCallback(
    (text: string) => {
      keepDraft(caseId, mode, text);
      redraw((n) => n + 1);
    },
    [caseId, mode],
  );
  const clear = useCallback(() => {
    localStorage.removeItem(name(caseId, mode));
    redraw((n) => n + 1);
  }, [caseId, mode]);
  return { text: stored ?? prepared, kept: stored !== null && stored !== '', set, clear };
}

/** Keeps words for later without a component. */
export function keepDraft(caseId: string, mode: string, text: string): void {
  localStorage.setItem(name(caseId, mode), text);
}
