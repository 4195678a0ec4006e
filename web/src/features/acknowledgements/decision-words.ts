/** A line of the ledger in words: what was said or why not, and how it stands. */
import type { DecisionView } from '#libs/contracts/http/acknowledgements.js';
import { useTranslation } from 'react-i18next';

export type DecisionLook = 'sent' | 'waiting' | 'held' | 'shadow' | 'trouble' | 'none';
export interface DecisionWords {
  said: string;
  outcome: string;
  look: DecisionLook;
}
type Line = Pick<DecisionView, 'outcome' | 'reason' | 'text' | 'permissionRules' | 'reply' | 'shadow'>;

export function useDecisionWords(): (line: Line) => DecisionWords {
  const { t, i18n } = useTranslation();
  const why = (reason: string | null): string => {
    const [key = '', slot] = (reason ?? '').split(':');
    for (const place of ['acks.reason', 'permission.reason', 'byHand'])
      if (i18n.exists(`${place}.${key}`)) return t(`${place}.${key}` as 'acks.reason.stopped', { slot });
    return reason ?? '';
  };
  return (line) => {
    const { outcome, reply, text } = line;
    if (outcome === 'queued' && reply) {
      const trouble = reply.state === 'refused' || reply.state === 'parked';
      const look = reply.state === 'sent' ? 'sent' : trouble ? 'trouble' : reply.state === 'cancelled' ? 'held' : 'waiting';
      const said = `“${text ?? ''}”${reply.problem && trouble ? ` ${reply.problem}` : ''}`;
      return { said, outcome: t(`acks.reply.${reply.state}`), look };
    }
    const look = { 'no-rule': 'none', joined: 'none', waiting: 'waiting', 'would-send': 'shadow', refused: 'held', held: 'held', cancelled: 'held', queued: 'waiting' } as const; // prettier-ignore
    const said = text === null ? why(line.reason ?? outcome) : `“${text}”`;
    const shadowed = line.shadow && outcome !== 'would-send' ? ` (${t('acks.state.shadow')})` : '';
    return { said, outcome: t(`acks.outcomes.${outcome}`) + shadowed, look: look[outcome] };
  };
}
