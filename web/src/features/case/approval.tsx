/** A reply that waits for a second pair of eyes: let it go, or give it back with a reason. */
import type { ReplyView } from '#libs/contracts/views/case.js';
import type { MeView } from '#libs/contracts/views/people.js';
import { Button, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCancelReply } from '../../api/cases.js';
import { useApproval } from '../../api/composing.js';
import { useSayProblem } from '../../components/problem-words.js';

export function Approval({ reply, me }: { reply: ReplyView; me: MeView }) {
  const { t } = useTranslation();
  const approval = useApproval(reply.caseId);
  const cancel = useCancelReply(reply.caseId);
  const sayProblem = useSayProblem();
  const [reason, setReason] = useState<string>();
  const decide = (why?: string) => approval.mutate({ replyId: reply.id, reason: why }, { onError: sayProblem });
  if (reply.by?.id === me.id)
    return (
      <div className="tl__trouble">
        <p>{t('approval.own')}</p>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(reply.id, { onError: sayProblem })}>
          {t('approval.takeBack')}
        </Button>
      </div>
    );
  if (!me.roles.some((role) => role === 'responder' || role === 'manager')) return null;
  if (reason !== undefined)
    return (
      <form
        className="tl__trouble"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') decide(reason.trim());
        }}
      >
        <TextInput
          data-autofocus
          label={t('approval.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" disabled={reason.trim() === ''} loading={approval.isPending}>
          {t('approval.sendBack')}
        </Button>
        <Button variant="default" onClick={() => setReason(undefined)}>
          {t('common.cancel')}
        </Button>
      </form>
    );
  return (
    <div className="tl__trouble">
      <p>{t('approval.asked', { name: reply.by?.name ?? t('common.desk') })}</p>
      <Button leftSection={<IconCheck size={14} aria-hidden />} loading={approval.isPending} onClick={() => decide()}>
        {t('approval.approve')}
      </Button>
      <Button variant="default" leftSection={<IconArrowBackUp size={14} aria-hidden />} onClick={() => setReason('')}>
        {t('approval.sendBack')}
      </Button>
    </div>
  );
}
