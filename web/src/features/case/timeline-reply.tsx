/** A reply of ours in the timeline: on its way, out, or in need of a person. */
import type { ReplyView } from '#libs/contracts/views/case.js';
import type { MeView } from '#libs/contracts/views/people.js';
import type { ReplyState, Visibility } from '#libs/contracts/words.js';
import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconClock,
  IconEyeCheck,
  IconHandFinger,
  IconHelpCircle,
  IconSend,
  IconWorld,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { imageAddress } from '../../api/reply-images.js';
import { useSettleReply } from '../../api/cases.js';
import { networkName } from '../../components/network.js';
import { OpenPost } from '../../components/open-post.js';
import { Person } from '../../components/person.js';
import { PostText } from '../../components/post-text.js';
import { useSayProblem } from '../../components/problem-words.js';
import { Approval } from './approval.js';
import { VISIBILITY_ICON } from './visibility-choice.js';
import { Time } from './timeline-post.js';

interface Props {
  reply: ReplyView;
  me: MeView;
  network: string;
  onTakeText: (text: string, visibility: Visibility) => void;
}
const ICON: Record<ReplyState, typeof IconWorld> = {
  awaiting: IconEyeCheck, waiting: IconClock, sending: IconSend, unknown: IconHelpCircle, sent: IconWorld, 'by-hand': IconHandFinger, refused: IconAlertTriangle, parked: IconAlertTriangle, cancelled: IconX,
}; // prettier-ignore

const PENDING: readonly ReplyState[] = ['awaiting', 'waiting', 'sending', 'unknown'];
const AS: readonly ReplyState[] = ['waiting', 'sending', 'sent'];

export function ReplyCard({ reply, me, network, onTakeText }: Props) {
  const { t } = useTranslation();
  const Icon = reply.state === 'sent' ? VISIBILITY_ICON[reply.visibility] : ICON[reply.state];
  const state = reply.state === 'sent' && reply.visibility === 'private' ? 'sentPrivately' : reply.state;
  const name = reply.by ? (reply.by.id === me.id ? t('common.you') : reply.by.name) : t('common.desk');
  return (
    <article className="tl tl--reply" data-state={reply.state}>
      <Person name={reply.by?.name ?? 'E'} size={28} own={reply.by?.id === me.id} />
      <div className="tl__card" data-pending={PENDING.includes(reply.state) || undefined}>
        <header className="tl__head">
          <strong>{name}</strong>
          <span className="plain">
            <Icon size={13} aria-hidden />
            {t(`replyState.${state}`, { network: networkName(network) })}
            {PENDING.includes(reply.state) && reply.visibility === 'private' && ` · ${t('visibility.private')}`}
            {reply.as && AS.includes(reply.state) && t('replyState.as', { as: reply.as })}
          </span>
          <Time at={reply.sentAt ?? reply.createdAt} />
          <OpenPost url={reply.url} network={network} />
        </header>
        {reply.kind === 'acknowledgement' && <span className="tl__kind">{t('timeline.acknowledgement')}</span>}
        <p className="tl__text" dir="auto">
          <PostText text={reply.text} />
        </p>
        {reply.images.length > 0 && (
          <div className="tl__pictures">
            {reply.images.map((image) => (
              <a key={image.id} href={imageAddress(reply.caseId, image.id)} target="_blank" rel="noopener noreferrer">
                <img
                  src={imageAddress(reply.caseId, image.id)}
                  alt={image.alt || t('pictures.undescribed')}
                  width={image.width}
                  height={image.height}
                  loading="lazy"
                />
              </a>
            ))}
          </div>
        )}
        {reply.state === 'awaiting' && <Approval reply={reply} me={me} />}
        <Trouble reply={reply} network={network} onTakeText={onTakeText} />
      </div>
    </article>
  );
}

function Trouble({ reply, network, onTakeText }: Omit<Props, 'me'>) {
  const { t } = useTranslation();
  const settle = useSettleReply(reply.caseId);
  const sayProblem = useSayProblem();
  const answer = (sent: boolean) => settle.mutate({ replyId: reply.id, sent }, { onError: sayProblem });
  if (reply.state === 'parked')
    return (
      <div className="tl__trouble">
        <p>{t('timeline.parked', { network: networkName(network) })}{reply.problem && ` (${reply.problem})`}</p>
        <Button variant="default" onClick={() => answer(true)}>{t('timeline.parkedSent')}</Button>
        <Button variant="default" onClick={() => answer(false)}>{t('timeline.parkedNotSent')}</Button>
      </div>
    ); // prettier-ignore
  if (reply.state !== 'refused') return null;
  return (
    <div className="tl__trouble">
      <p>{t('timeline.refused', { network: networkName(network), problem: reply.problem ?? t('common.noReason') })}</p>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        onClick={() => onTakeText(reply.text, reply.visibility)}
      >
        {t('timeline.takeText')}
      </Button>
    </div>
  );
}
