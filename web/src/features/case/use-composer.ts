/** What the box under a case does: which mode it is in, what stands in it, and sending it. */
import type { CaseView } from '#libs/contracts/views/case.js';
import type { Visibility } from '#libs/contracts/words.js';
import type { MeView } from '#libs/contracts/views/people.js';
import { type RefObject, useRef, useState } from 'react';
import type { CheckedReply } from '#libs/contracts/http/composing.js';
import type { ReadCommitment } from '#libs/contracts/http/tone.js';
import { type CaseStep, useCaseStep } from '../../api/cases.js';
import { useCheckedReply } from '../../api/composing.js';
import { useKey } from '../../components/keyboard.js';
import { type Draft, useDraft } from './use-draft.js';
import { forgetKey, keyForWords } from './sending-key.js';
import { type PicturesState, usePictures } from './use-pictures.js';
import { usePresence } from './use-presence.js';
import { useSettled } from './use-settled.js';

export type ComposerMode = 'reply' | 'acknowledge' | 'note';
const MODES: readonly ComposerMode[] = ['reply', 'acknowledge', 'note'];
/** While an acknowledgement goes out, no second one is offered. */
const ON_ITS_WAY: readonly string[] = ['waiting', 'sending', 'unknown', 'parked'];
const DRAFT_MODE = { reply: 'reply', acknowledge: 'acknowledgement', note: 'note' } as const;
/** The words are checked when the writer pauses for so long. */
const CHECK_MS = 400;
/** How long a reply is held so that it can be taken back. */
const UNDO_SECONDS = 5;

export interface ComposerState {
  modes: ComposerMode[];
  mode: ComposerMode | undefined;
  setMode: (mode: ComposerMode) => void;
  draft: Draft;
  /** Who will read the answer. */
  visibility: Visibility;
  setVisibility: (visibility: Visibility) => void;
  /** Pictures that go along with a reply. */
  pictures: PicturesState;
  box: RefObject<HTMLTextAreaElement | null>;
  send: () => void;
  sending: boolean;
  error: unknown;
  /** How the words read; undefined for a note and until the desk has answered. */
  checked: CheckedReply | undefined;
  isConfirmed: (promise: ReadCommitment) => boolean;
  confirm: (promise: ReadCommitment) => void;
  /** Puts words back to be changed and sent again. */
  putBack: (text: string, visibility?: Visibility | null) => void;
}

export function useComposer(view: CaseView, me: MeView): ComposerState {
  const [wanted, setWanted] = useState<ComposerMode>('reply');
  const box = useRef<HTMLTextAreaElement>(null);
  const told = view.timeline.some(
    (item) => item.type === 'reply' && item.reply.kind === 'acknowledgement' && ON_ITS_WAY.includes(item.reply.state),
  );
  const modes = MODES.filter((mode) => view.allowedActions.includes(mode) && !(mode === 'acknowledge' && told));
  const mode = modes.includes(wanted) ? wanted : modes[0];
  const kind = DRAFT_MODE[mode ?? 'reply'];
  const stored = view.drafts.find((one) => one.by.id === me.id && one.mode === kind);
  const draft = useDraft(view.card.id, kind, stored, mode === 'acknowledge' ? view.acknowledgementText : '');
  const visibility = readersOf(view, draft);
  const pictures = usePictures(view, modes.includes('reply'));
  const { checked, isConfirmed, confirm, promises } = useChecked(view.card.id, mode, draft.text, visibility);
  usePresence(view.card.id, draft.text, view.allowedActions.includes('note'));
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
    forgetKey(view.card.id, kind);
    draft.clear();
    pictures.refresh();
    setWanted('reply');
    box.current?.blur();
  };
  const send = () => {
    const text = draft.text.trim();
    if (!mode || text === '' || step.isPending) return;
    // Not `mutate`: whoever moves on to the next case before the answer must not leave the sent words behind as a draft.
    step
      .mutateAsync(
        stepFor(mode, text, view, { promises, visibility, images: mode === 'reply' ? pictures.items.map(({ id }) => id) : [] }),
      )
      .then(done, () => undefined);
  };
  const setVisibility = (next: Visibility) => draft.set(draft.text, next);
  const putBack = (text: string, meant?: Visibility | null) => {
    setWanted(modes.includes('reply') ? 'reply' : (modes[0] ?? 'reply'));
    draft.set(text, meant ?? undefined);
    pictures.refresh();
    box.current?.focus();
  };
  return {
    modes, mode, setMode: write, draft, box, visibility, setVisibility, pictures, send, sending: step.isPending, error: step.error, checked, isConfirmed, confirm, putBack,
  }; // prettier-ignore
}

/** As the writer chose; what is no longer possible gives way to what is usual here. */
function readersOf({ channel: { visibilities } }: CaseView, { visibility }: Draft): Visibility {
  const usual = visibilities[0] ?? 'public';
  return visibility !== null && visibilities.includes(visibility) ? visibility : usual;
}

/** How the words read once the writer pauses, and which of their promises were confirmed. */
function useChecked(caseId: string, mode: ComposerMode | undefined, text: string, visibility: Visibility) {
  const settled = useSettled(text, CHECK_MS);
  const words = mode === undefined || mode === 'note' ? '' : settled;
  const { data } = useCheckedReply(caseId, mode === 'acknowledge' ? 'acknowledgement' : 'reply', words, visibility);
  const checked = words.trim() === '' ? undefined : data;
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const nameOf = (promise: ReadCommitment) => `${caseId} ${promise.words} ${promise.dueAt.slice(0, 10)}`;
  const isConfirmed = (promise: ReadCommitment) => confirmed.includes(nameOf(promise));
  const confirm = (promise: ReadCommitment) =>
    setConfirmed((names) =>
      isConfirmed(promise) ? names.filter((name) => name !== nameOf(promise)) : [...names, nameOf(promise)],
    );
  const promises = (checked?.commitments ?? []).filter(isConfirmed).map(({ words: found, dueAt }) => ({ words: found, dueAt }));
  return { checked, isConfirmed, confirm, promises };
}

interface Meant {
  images: string[];
  promises: { words: string; dueAt: string }[];
  visibility: Visibility;
}

function stepFor(mode: ComposerMode, text: string, view: CaseView, { promises, visibility, images }: Meant): CaseStep {
  if (mode === 'note') return { verb: 'notes', body: { text } };
  const key = keyForWords(view.card.id, DRAFT_MODE[mode], `${visibility} ${images.join()} ${text}`);
  const byHand = view.channel.delivery === 'by-hand';
  const last = view.timeline.findLast((item) => item.type === 'reply');
  const body = {
    text,
    undoSeconds: byHand ? 0 : UNDO_SECONDS,
    delivery: byHand ? ('by-hand' as const) : ('auto' as const),
    visibility,
    after: last?.reply.id ?? null,
    promises,
    key,
  };
  return mode === 'acknowledge' ? { verb: 'acknowledge', body } : { verb: 'reply', body: { ...body, images } };
}
