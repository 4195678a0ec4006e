/** What the box under a case does: which mode it is in, what stands in it, and sending it. */
import type { CaseView } from '#libs/contracts/views/case.js';
import type { MeView } from '#libs/contracts/views/people.js';
import { type RefObject, useRef, useState } from 'react';
import { type CaseStep, useCaseStep } from '../../api/cases.js';
import { useKey } from '../../components/keyboard.js';
import { type Draft, useDraft } from './use-draft.js';

export type ComposerMode = 'reply' | 'acknowledge' | 'note';
const MODES: readonly ComposerMode[] = ['reply', 'acknowledge', 'note'];
/** While an acknowledgement goes out, no second one is offered. */
const ON_ITS_WAY: readonly string[] = ['waiting', 'sending', 'unknown', 'parked'];
/** How long a reply is held so that it can be taken back. */
const UNDO_SECONDS = 5;

export interface ComposerState {
  modes: ComposerMode[];
  mode: ComposerMode | undefined;
  setMode: (mode: ComposerMode) => void;
  draft: Draft;
  box: RefObject<HTMLTextAreaElement | null>;
  send: () => void;
  sending: boolean;
  error: unknown;
  /** Puts words back to be changed and sent again. */
  putBack: (text: string) => void;
}

export function useComposer(view: CaseView, _me: MeView): ComposerState {
  const [wanted, setWanted] = useState<ComposerMode>('reply');
  const box = useRef<HTMLTextAreaElement>(null);
  const told = view.timeline.some(
    (item) => item.type === 'reply' && item.reply.kind === 'acknowledgement' && ON_ITS_WAY.includes(item.reply.state),
  );
  const modes = MODES.filter((mode) => view.allowedActions.includes(mode) && !(mode === 'acknowledge' && told));
  const mode = modes.includes(wanted) ? wanted : modes[0];
  const draft = useDraft(view.card.id, mode ?? 'reply', mode === 'acknowledge' ? view.acknowledgementText : '');
  const step = useCaseStep(view.card.id);
  const write = (next: ComposerMode) => {
    setWanted(next);
    requestAnimationFrame(() => box.current?.focus());
  };
  const keyFor = (key: ComposerMode) => (modes.includes(key) ? () => write(key) : undefined);
  useKey('r', keyFor('reply'));
  useKey('a', keyFor('acknowledge'));
  useKey('n', keyFor('note'));
  const done = () => {
    draft.clear();
    setWanted('reply');
    box.current?.blur();
  };
  const send = () => {
    const text = draft.text.trim();
    if (!mode || text === '' || step.isPending) return;
    // Not `mutate`: whoever moves on to the next case before the answer must not leave the sent words behind as a draft.
    step.mutateAsync(stepFor(mode, text, view.channel.delivery)).then(done, () => undefined);
  };
  const putBack = (text: string) => {
    setWanted(modes.includes('reply') ? 'reply' : (modes[0] ?? 'reply'));
    draft.set(text);
    box.current?.focus();
  };
  return { modes, mode, setMode: write, draft, box, send, sending: step.isPending, error: step.error, putBack };
}

function stepFor(mode: ComposerMode, text: string, delivery: CaseView['channel']['delivery']): CaseStep {
  if (mode === 'note') return { verb: 'notes', body: { text } };
  const byHand = delivery === 'by-hand';
  const body = { text, undoSeconds: byHand ? 0 : UNDO_SECONDS, delivery: byHand ? ('by-hand' as const) : ('auto' as const) };
  return { verb: mode === 'acknowledge' ? 'acknowledge' : 'reply', body };
}
