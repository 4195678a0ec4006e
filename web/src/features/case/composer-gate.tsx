/** What stands where the box would be when one cannot answer now: why, and the way to it. */
import type { CaseView } from '#libs/contracts/views/case.js';
import type { MeView } from '#libs/contracts/views/people.js';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** `onlyWhenUseful`: a note can be written; say only why nothing else can. */
export function ComposerGate({ view, me, onlyWhenUseful }: { view: CaseView; me: MeView; onlyWhenUseful?: boolean }) {
  const { t } = useTranslation();
  const { card, allowedActions } = view;
  if (onlyWhenUseful && (allowedActions.includes('reply') || allowedActions.includes('acknowledge'))) return null;
  const words =
    card.status === 'resolved'
      ? t('gate.resolved')
      : card.owner && card.owner.id !== me.id
        ? t('gate.other', { name: card.owner.name })
        : allowedActions.includes('claim')
          ? t('gate.claim')
          : t('gate.look');
  return (
    <div className="verdict verdict--alone">
      <IconInfoCircle size={16} stroke={1.8} aria-hidden />
      <span>{words}</span>
    </div>
  );
}
