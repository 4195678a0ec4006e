/** How far back to look. */
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export const SPANS = [1, 7, 30] as const;

export function SpanChoice({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('coverage.span')}
      size="xs"
      value={String(days)}
      data={(SPANS.some((span) => span === days) ? SPANS : [...SPANS, days]).map((span) => ({
        value: String(span),
        label: t('coverage.days', { count: span }),
      }))}
      onChange={(value) => onChange(Number(value))}
    />
  );
}
