/** What raises risk and urgency: each factor in words, with what it adds. */
import type { ScoreWeights, WeightsView } from '#libs/contracts/http/weights.js';
import { INTENTS } from '#libs/contracts/words.js';
import { Button, NumberInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetWeights, useWeights } from '../../api/judgement.js';
import { useMe } from '../../api/session.js';
import { useFormat } from '../../components/format.js';
import { say } from '../../components/news.js';
import { Panel } from '../../components/page.js';
import { useProblemWords } from '../../components/problem-words.js';
import { useReasonWords } from '../../components/reasons.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';

type Part = 'risk' | 'urgency';
const PARTS: readonly Part[] = ['risk', 'urgency'];

/** Where a factor stands in the weights, and the reason that is shown for it on a post. */
const SIMPLE = { negativeTone: 'negative-tone', shouting: 'shouting', reach: 'reach', velocity: 'velocity', repeatAuthor: 'repeat-author', staffNamed: 'staff-named', inReplyToUs: 'in-reply-to-us', waiting: 'waiting', base: 'base' } as const; // prettier-ignore
const SIGNALS = ['emergency', 'threat', 'self-harm', 'safety', 'legal', 'press', 'data-protection', 'broken-promise', 'wants-person', 'stop'] as const; // prettier-ignore
const FACTORS: readonly { path: [string] | ['signal' | 'intent', string]; reason: string }[] = [
  ...SIGNALS.map((signal) => ({ path: ['signal', signal] as ['signal', string], reason: `signal-${signal}` })),
  ...INTENTS.map((intent) => ({ path: ['intent', intent] as ['intent', string], reason: `intent-${intent}` })),
  ...Object.entries(SIMPLE).map(([name, reason]) => ({ path: [name] as [string], reason })),
];

export function WeightsPanel() {
  const { t } = useTranslation();
  const weights = useWeights();
  return (
    <Panel title={t('weights.title')} span="c12" aside={t('weights.words')} flush>
      {weights.data ? (
        <Weights key={weights.data.version} view={weights.data} />
      ) : weights.error ? (
        <ErrorCard error={weights.error} onRetry={() => void weights.refetch()} />
      ) : (
        <RowsSkeleton />
      )}
    </Panel>
  );
}

function Weights({ view }: { view: WeightsView }) {
  const { t } = useTranslation();
  const reason = useReasonWords();
  const [draft, setDraft] = useState(view.weights);
  const maySet = useMe().data?.roles.includes('manager') ?? false;
  return (
    <>
      <div className="scrollx weights" tabIndex={0} role="group" aria-label={t('common.table')}>
        <table className="table">
          <thead>
            <tr>
              <th>{t('weights.factor')}</th>
              {PARTS.map((part) => (
                <th key={part}>{t(`scores.${part}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {FACTORS.map((factor) => (
              <tr key={factor.reason}>
                <td>{reason(factor.reason)}</td>
                {PARTS.map((part) => (
                  <td key={part}>
                    <Weight
                      label={`${reason(factor.reason)}, ${t(`scores.${part}`)}`}
                      readOnly={!maySet}
                      value={valueAt(draft, part, factor.path)}
                      onChange={(value) => setDraft(withValue(draft, part, factor.path, value))}
                    />
                  </td>
                ))}
              </tr>
            ))}
            {(['mediumFrom', 'highFrom'] as const).map((level) => (
              <tr key={level}>
                <td>{t(level === 'mediumFrom' ? 'weights.medium' : 'weights.high')}</td>
                <td>
                  <Weight
                    label={t(level === 'mediumFrom' ? 'weights.medium' : 'weights.high')}
                    min={0}
                    readOnly={!maySet}
                    value={draft[level]}
                    onChange={(value) => setDraft({ ...draft, [level]: value })}
                  />
                </td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Foot view={view} draft={draft} maySet={maySet} />
    </>
  );
}

function Foot({ view, draft, maySet }: { view: WeightsView; draft: ScoreWeights; maySet: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const words = useProblemWords();
  const save = useSetWeights();
  const set = (weights: ScoreWeights | null) => save.mutate(weights, { onSuccess: () => say(t('weights.saved')) });
  const whose =
    view.own && view.by && view.at
      ? t('weights.own', { name: view.by.name, day: format.day(view.at, now) })
      : t('weights.isShipped');
  return (
    <div className="panel__form">
      <p className="form__hint">
        {whose}. {t('weights.old')} {maySet && <Link to="/learning">{t('weights.rescore')}</Link>}
      </p>
      {save.error && (
        <p className="form__problem" role="alert">
          {words(save.error)}
        </p>
      )}
      {maySet ? (
        <div className="form__foot">
          {view.own && (
            <Button className="form__left" variant="subtle" loading={save.isPending} onClick={() => set(null)}>
              {t('weights.shipped')}
            </Button>
          )}
          <Button
            loading={save.isPending}
            disabled={JSON.stringify(draft) === JSON.stringify(view.weights)}
            onClick={() => set(draft)}
          >
            {t('weights.save')}
          </Button>
        </div>
      ) : (
        <p className="form__hint">{t('settings.managersOnly')}</p>
      )}
    </div>
  );
}

interface WeightProps {
  label: string;
  value: number;
  readOnly: boolean;
  min?: number;
  onChange: (value: number) => void;
}

function Weight({ label, value, readOnly, min = -1, onChange }: WeightProps) {
  return (
    <NumberInput
      aria-label={label}
      size="xs"
      min={min}
      max={1}
      step={0.05}
      hideControls
      decimalScale={3}
      readOnly={readOnly}
      value={value}
      onChange={(next) => typeof next === 'number' && next >= min && next <= 1 && onChange(next)}
    />
  );
}

type Nested = Record<string, number | Record<string, number>>;

function valueAt(weights: ScoreWeights, part: Part, [name, inner]: readonly string[]): number {
  const value = (weights[part] as Nested)[name ?? ''];
  return typeof value === 'object' ? (value[inner ?? ''] ?? 0) : (value ?? 0);
}

function withValue(weights: ScoreWeights, part: Part, [name = '', inner]: readonly string[], value: number): ScoreWeights {
  const before = weights[part] as Nested;
  const changed = inner === undefined ? value : { ...(before[name] as Record<string, number>), [inner]: value };
  return { ...weights, [part]: { ...before, [name]: changed } };
}
