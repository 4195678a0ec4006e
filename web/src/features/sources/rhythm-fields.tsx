/** How often a source is asked, and when its silence is strange: as text, as it is typed. */
import type { SourceView } from '#libs/contracts/views/source.js';
import type { SourceKind } from '#libs/contracts/words.js';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Empty: as the connector has it. */
export interface Rhythm {
  /** Seconds. */
  interval: string;
  /** Seconds. */
  longest: string;
  /** Hours. */
  casesFor: string;
  /** Hours. */
  quiet: string;
}

/** @returns what a source has; nothing for a new one */
export function rhythmOf(source: SourceView | undefined): Rhythm {
  const { intervalSeconds, longestIntervalSeconds, quietSeconds } = source ?? {};
  return {
    interval: intervalSeconds === undefined ? '' : String(intervalSeconds),
    longest: longestIntervalSeconds ? String(longestIntervalSeconds) : '',
    casesFor: '',
    quiet: quietSeconds === null || quietSeconds === undefined ? '' : String(quietSeconds / HOUR_SECONDS),
  };
}

/** @returns as the API takes it */
export function toRhythm({ interval, longest, casesFor, quiet }: Rhythm, isNew: boolean) {
  return {
    intervalSeconds: interval ? Number(interval) : undefined,
    longestIntervalSeconds: longest ? Number(longest) : null,
    ...(isNew && casesFor !== '' ? { casesForHours: Number(casesFor) } : {}),
    quietSeconds: quiet === '' ? null : Math.round(Number(quiet) * HOUR_SECONDS),
  };
}

/** Bounds and step of each. */
const NUMBERS = {
  interval: { min: 1, max: DAY_SECONDS },
  longest: { min: 1, max: DAY_SECONDS },
  casesFor: { min: 0, max: 8760, step: 'any' },
  quiet: { min: 0, max: 744, step: 'any' },
} satisfies Record<keyof Rhythm, object>;

interface Props {
  kind: SourceKind;
  polls: boolean;
  isNew: boolean;
  readOnly: boolean;
  value: Rhythm;
  onChange: (value: Rhythm) => void;
}

export function RhythmFields({ kind, polls, isNew, readOnly, value, onChange }: Props) {
  const { t } = useTranslation();
  const asked = { interval: polls, longest: polls, casesFor: polls && isNew, quiet: true };
  const names = (Object.keys(NUMBERS) as (keyof Rhythm)[]).filter((name) => asked[name]);
  return names.map((name) => (
    <TextInput
      key={name}
      type="number"
      {...NUMBERS[name]}
      label={t(`sources.${name}`)}
      description={t(`sources.${name}Words`)}
      placeholder={name === 'casesFor' ? (kind === 'feed' ? '0' : '24') : undefined}
      readOnly={readOnly}
      value={value[name]}
      onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
    />
  ));
}
