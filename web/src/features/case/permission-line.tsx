/** Why no machine acknowledges this post: every rule that applies, in words, and where each comes from. */
import type { CaseView } from '#libs/contracts/views/case.js';
import { IconRobotOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function PermissionLine({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const verdict = view.permissions.find(({ kind }) => kind === 'automatic-acknowledgement');
  if (!verdict || verdict.verdict === 'automatic' || view.card.acknowledgedAt !== null || view.card.answeredAt !== null)
    return null;
  const rules = verdict.because.filter((rule) => rule.verdict !== 'automatic');
  const reasons = rules.map(({ reason }) => t(`permission.reason.${reason as 'old'}`));
  return (
    <div className="verdict">
      <IconRobotOff size={16} stroke={1.8} aria-hidden />
      <div>
        <strong>{t('permission.machine')}</strong> {[...new Set(reasons)].join(', ').replace(/\.?$/, '.')}
        <details className="verdict__rules">
          <summary>{t('permission.rules')}</summary>
          <ul>
            {rules.map(({ rule, source }) => (
              <li key={rule} lang="en">
                <code>{rule}</code> {source.text}{' '}
                <span className="dim">
                  {source.where} · {t('permission.looked', { when: source.checked })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </div>
  );
}
