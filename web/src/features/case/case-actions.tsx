/** Buttons and keys for what the desk allows now; the page itself holds no rules. */
import type { CaseView } from '#libs/contracts/views/case.js';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowsExchange, IconBell, IconCheck, IconUserPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseStep } from '../../api/cases.js';
import { useKey } from '../../components/keyboard.js';
import { lazyPart } from '../../components/lazy-part.js';
import { useSayProblem } from '../../components/problem-words.js';

const RaiseDialog = lazyPart(() => import('./raise-dialog.js'), 'RaiseDialog');
const ResolveDialog = lazyPart(() => import('./resolve-dialog.js'), 'ResolveDialog');

export function CaseActions({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const [resolving, setResolving] = useState(false);
  const [raising, setRaising] = useState(false);
  const { claim, takeOver, release, reopen, pending } = useDeeds(view);
  const resolve = view.allowedActions.includes('resolve') ? () => setResolving(true) : undefined;
  useKey('c', claim ?? takeOver);
  useKey('u', release);
  // Whoever may write a note works cases, and may raise one that is open.
  const raise = view.allowedActions.includes('note') && view.card.status !== 'resolved' ? () => setRaising(true) : undefined;
  useKey('e', resolve);
  useKey('x', raise);
  return (
    <>
      {claim && (
        <Button leftSection={<IconUserPlus size={15} aria-hidden />} loading={pending} onClick={claim}>
          {t('case.claim')}
        </Button>
      )}
      {takeOver && !claim && (
        <Button variant="default" leftSection={<IconUserPlus size={15} aria-hidden />} loading={pending} onClick={takeOver}>
          {t('case.takeOver')}
        </Button>
      )}
      {release && (
        <Button variant="default" leftSection={<IconArrowsExchange size={15} aria-hidden />} loading={pending} onClick={release}>
          {t('case.release')}
        </Button>
      )}
      {resolve && (
        <Button variant="default" leftSection={<IconCheck size={15} aria-hidden />} onClick={resolve}>
          {t('case.resolve')}
        </Button>
      )}
      {raise && (
        <Tooltip label={t('case.raise')}>
          <ActionIcon variant="default" size={30} aria-label={t('case.raise')} onClick={raise}>
            <IconBell size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {reopen && (
        <Button variant="default" leftSection={<IconArrowBackUp size={15} aria-hidden />} loading={pending} onClick={reopen}>
          {t('case.reopen')}
        </Button>
      )}
      <Suspense>
        {raising && <RaiseDialog caseId={view.card.id} onClose={() => setRaising(false)} />}
        {resolving && (
          <ResolveDialog
            caseId={view.card.id}
            intent={view.card.intent}
            answered={view.card.answeredAt !== null}
            onClose={() => setResolving(false)}
          />
        )}
      </Suspense>
    </>
  );
}

/** What may be done at one press; a deed that is not allowed now is undefined. */
function useDeeds({ card, allowedActions }: CaseView) {
  const step = useCaseStep(card.id);
  const sayProblem = useSayProblem();
  const run = (what: Parameters<typeof step.mutate>[0]) => step.mutate(what, { onError: sayProblem });
  const may = (action: (typeof allowedActions)[number]) => allowedActions.includes(action);
  return {
    pending: step.isPending,
    claim: may('claim') ? () => run({ verb: 'claim', body: {} }) : undefined,
    takeOver: may('take-over') ? () => run({ verb: 'claim', body: { takeOver: true } }) : undefined,
    release: may('release') ? () => run({ verb: 'release' }) : undefined,
    reopen: may('reopen') ? () => run({ verb: 'reopen', body: {} }) : undefined,
  };
}
