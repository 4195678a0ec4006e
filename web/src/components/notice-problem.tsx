/** Why somebody was not told, or not yet, in the reader's language; what a mail server or another program answered stands as it came. */
import { noticeProblemOf } from '#libs/contracts/notice-problems.js';
import { useTranslation } from 'react-i18next';

export function NoticeProblem({ problem }: { problem: string }) {
  const { t } = useTranslation();
  const code = noticeProblemOf(problem);
  return code ? <span className="cell-sub">{t(`noticeProblem.${code}`)}</span> : <q className="cell-sub">{problem}</q>;
}
