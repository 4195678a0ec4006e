/** Says that this person is at the case, and whether they are writing. */
import { useEffect, useRef, useState } from 'react';
import { beAtCase } from '../../api/composing.js';

const SIGN_OF_LIFE_MS = 10_000;
/** Who pressed no key for so long has stopped writing. */
const PAUSE_MS = 8000;

/** @param text what stands in the box: while it changes, one writes. `on`: false for those who only look */
export function usePresence(caseId: string, text: string, on: boolean): void {
  const writing = useWriting(text, caseId);
  useEffect(() => {
    if (!on) return;
    // Presence is a courtesy: what cannot be said now is said with the next sign of life.
    const say = () => void beAtCase(caseId, { writing }).catch(() => undefined);
    say();
    const beat = setInterval(say, SIGN_OF_LIFE_MS);
    return () => clearInterval(beat);
  }, [caseId, writing, on]);
  useEffect(() => {
    if (!on) return;
    const leave = () => void beAtCase(caseId, { here: false }).catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [caseId, on]);
}

function useWriting(text: string, caseId: string): boolean {
  const [writing, setWriting] = useState(false);
  const before = useRef({ text, caseId });
  useEffect(() => {
    const changed = before.current.caseId === caseId && before.current.text !== text;
    before.current = { text, caseId };
    if (!changed) return setWriting(false);
    setWriting(text !== '');
    const pause = setTimeout(() => setWriting(false), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [text, caseId]);
  return writing;
}
