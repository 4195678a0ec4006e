/** Five seconds in which a reply can be taken back; its words return to the box. */
import type { CaseView, ReplyView } from '#libs/contracts/views/case.js';
import type { Visibility } from '#libs/contracts/words.js';
import { useTranslation } from 'react-i18next';
import { useCancelReply } from '../../api/cases.js';
import { useKey } from '../../components/keyboard.js';
import { networkName } from '../../components/network.js';
import { atHandle, authorName } from '../../components/person.js';
import { useSayProblem } from '../../components/problem-words.js';
import { serverNow, useNow } from '../../live/server-clock.js';

type Undone = (text: string, visibility: Visibility) => void;

export function UndoBar({ view, onUndone }: { view: CaseView; onUndone: Undone }) {
  const now = useNow();
  const waiting = view.timeline
    .flatMap((item) =>
      item.type === 'reply' && item.reply.state === 'waiting' && Date.parse(item.reply.sendAfter) > now ? [item.reply] : [],
    )
    .at(-1);
  return waiting ? <Waiting key={waiting.id} reply={waiting} view={view} onUndone={onUndone} /> : null;
}

function Waiting({ reply, view, onUndone }: { reply: ReplyView; view: CaseView; onUndone: Undone }) {
  const { t } = useTranslation();
  const cancel = useCancelReply(view.card.id);
  const sayProblem = useSayProblem();
  const left = Math.max(1, Math.ceil((Date.parse(reply.sendAfter) - serverNow()) / 1000 - 0.3));
  // The live stream may take this bar away before the answer is here: callbacks of `mutate` would be lost with it.
  const undo = () => void cancel.mutateAsync(reply.id).then(() => onUndone(reply.text, reply.visibility), sayProblem);
  useKey('z', undo);
  return (
    <div className="undo">
      <span role="status">
        {t('undo.words', {
          to: view.card.author.handle ? atHandle(view.card.author.handle) : authorName(view.card.author),
          network: networkName(view.card.network),
        })}
      </span>
      <span className="num" aria-hidden>
        {t('time.sec', { s: left })}
      </span>
      <button type="button" onClick={undo} disabled={cancel.isPending}>
        {t('undo.action')}
        <span className="undo__key" aria-hidden>
          Z
        </span>
      </button>
    </div>
  );
}
