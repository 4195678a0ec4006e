/** What a manager should know of the list: standards that are never reached, and cases to which nothing is promised. */
import type { StandardsView } from '#libs/contracts/http/standards.js';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function Notes({ view }: { view: StandardsView }) {
  const { t } = useTranslation();
  const place = (id: string) => view.items.findIndex((item) => item.id === id) + 1;
  const hidden = view.overlaps.filter((o) => o.hidden);
  const partly = view.overlaps.filter((o) => !o.hidden);
  if (view.gaps.length + view.overlaps.length === 0) return null;
  return (
    <ul className="refuse plainlist plainlist--tight">
      {view.gaps.map((gap) => (
        <li key={`${gap.clock}${gap.priorities.join()}`}>
          <IconAlertTriangle size={14} aria-hidden />{' '}
          {t(gap.priorities.length === 4 ? 'standards.gapAll' : 'standards.gap', {
            clock: t(`clockKind.${gap.clock}`),
            priorities: gap.priorities.map((p) => t(`priority.${p}`)).join(', '),
            intents: gap.intents.map((i) => t(`intent.${i}`)).join(', '),
          })}
        </li>
      ))}
      {hidden.map((o) => (
        <li key={o.first + o.second}>
          <IconAlertTriangle size={14} aria-hidden /> {t('standards.hidden', { n: place(o.second), by: place(o.first) })}
        </li>
      ))}
      {partly.map((o) => (
        <li key={o.first + o.second}>
          <IconInfoCircle size={14} aria-hidden /> {t('standards.overlap', { n: place(o.first), other: place(o.second) })}
        </li>
      ))}
    </ul>
  );
}
