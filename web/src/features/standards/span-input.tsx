/** A span of time as a number and its unit. */
import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const UNITS = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;
type Unit = keyof typeof UNITS;

interface Props {
  label: string;
  seconds: number | null;
  optional?: boolean;
  /** Of an optional one without a value. */
  placeholder?: string;
  onChange: (seconds: number | null) => void;
}

export function SpanInput({ label, seconds, optional, placeholder, onChange }: Props) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState<Unit>(() => unitOf(seconds));
  const tell = (count: number | string, of: Unit) =>
    onChange(typeof count === 'number' ? Math.round(count * UNITS[of]) : optional ? null : 0);
  const count = seconds === null ? '' : seconds / UNITS[unit];
  return (
    <div className="form__row form__row--span">
      <NumberInput
        label={label}
        min={0}
        decimalScale={2}
        hideControls
        placeholder={optional ? (placeholder ?? t('standards.noLimit')) : undefined}
        value={count}
        onChange={(value) => tell(value, unit)}
      />
      <NativeSelect
        label={t('standards.unit')}
        value={unit}
        onChange={(event) => {
          const next = event.currentTarget.value as Unit;
          setUnit(next);
          tell(count, next);
        }}
        data={(Object.keys(UNITS) as Unit[]).map((value) => ({ value, label: t(`standards.units.${value}`) }))}
      />
    </div>
  );
}

function unitOf(seconds: number | null): Unit {
  const exact = (['day', 'hour', 'minute'] as const).find((unit) => seconds && seconds % UNITS[unit] === 0);
  return exact === 'day' && seconds === 86_400 ? 'hour' : (exact ?? (seconds === null ? 'minute' : 'second'));
}
