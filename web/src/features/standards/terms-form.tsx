/** The terms of a promise: which wait, how long, how many of a hundred, for which cases, on which calendar. */
import type { StandardScope, StandardTerms } from '#libs/contracts/http/standards.js';
import { CLOCK_KINDS, INTENTS, PRIORITIES, type ClockKind } from '#libs/contracts/words.js';
import { Checkbox, NativeSelect, NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCustomerTiers } from '../../api/customer-tiers.js';
import { useCalendars } from '../../api/standards.js';
import { useWatches } from '../../api/watches.js';
import { SpanInput } from './span-input.js';

interface Props {
  terms: StandardTerms;
  readOnly: boolean;
  onChange: (terms: StandardTerms) => void;
}

export function TermsForm({ terms, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const set = (change: Partial<StandardTerms>) => onChange({ ...terms, ...change });
  const dated = terms.clock === 'promised-date';
  const calendars = useCalendars().data?.items ?? [];
  return (
    <fieldset className="form plainset" disabled={readOnly}>
      <NativeSelect
        label={t('standards.clock')}
        description={t(`standards.clockWords.${terms.clock}`)}
        value={terms.clock}
        onChange={(event) => set({ clock: event.currentTarget.value as ClockKind })}
        data={CLOCK_KINDS.map((value) => ({ value, label: t(`clockKind.${value}`) }))}
      />
      {!dated && <SpanInput label={t('standards.target')} seconds={terms.targetSeconds} onChange={(s) => set({ targetSeconds: s ?? 0 })} />}
      <SpanInput
        label={t(dated ? 'standards.unacceptableDate' : 'standards.unacceptable')}
        seconds={terms.unacceptableSeconds}
        optional
        onChange={(unacceptableSeconds) => set({ unacceptableSeconds })}
      />
      <div className="form__row">
        <Count label={t('standards.percent')} value={terms.percent} max={100} decimals={2} onChange={(percent) => set({ percent })} />
        <Count label={t('standards.window')} value={terms.windowDays} min={1} max={366} onChange={(windowDays) => set({ windowDays })} />
      </div>
      {!dated && (
        <NativeSelect
          label={t('standards.calendar')}
          value={terms.calendarId ?? ''}
          onChange={(event) => set({ calendarId: event.currentTarget.value || null })}
          data={[{ value: '', label: t('standards.always') }, ...calendars.map((c) => ({ value: c.id, label: c.name }))]}
        />
      )}
      <Words label={t('standards.warnings')} hint={t('standards.warningsWords')} value={terms.warnShares.map((s) => String(Math.round(s * 1000) / 10))}
        onChange={(list) => set({ warnShares: sharesOf(list) })} />
      {!dated && <Switch label={t('standards.pauses')} checked={terms.pausesWhileWaiting} onChange={(e) => set({ pausesWhileWaiting: e.currentTarget.checked })} />}
      {terms.clock === 'acknowledge' && (
        <Switch label={t('standards.automatic')} checked={terms.automaticCounts} onChange={(e) => set({ automaticCounts: e.currentTarget.checked })} />
      )}
      <Scope scope={terms.scope} onChange={(scope) => set({ scope })} />
      {terms.calendarId !== null && !dated && (
        <Words area label={t('standards.emergency')} hint={t('standards.emergencyWords')} value={terms.emergencyWords} onChange={(emergencyWords) => set({ emergencyWords })} />
      )}
      <Told tell={terms.tell} onChange={(tell) => set({ tell })} />
      <Count label={t('standards.cap')} value={terms.exclusionCapPercent} max={100} onChange={(exclusionCapPercent) => set({ exclusionCapPercent })} />
    </fieldset>
  );
} // prettier-ignore

const sharesOf = (list: string[]) => list.map((x) => Number(x.replace(',', '.')) / 100).filter((share) => share > 0 && share < 1).slice(0, 5); // prettier-ignore

function Scope({ scope, onChange }: { scope: StandardScope; onChange: (scope: StandardScope) => void }) {
  const { t } = useTranslation();
  const watches = useWatches().data?.items ?? [];
  const set = (change: Partial<StandardScope>) => onChange({ ...scope, ...change });
  return (
    <>
      <div>
        <div className="form__label">{t('standards.scope')}</div>
        <p className="form__hint">{t('standards.scopeWords')}</p>
      </div>
      <Several label={t('standards.intents')} all={INTENTS.filter((i) => i !== 'spam')} chosen={scope.intents} name={(i) => t(`intent.${i}`)} onChange={(intents) => set({ intents })} />
      <Several label={t('standards.priorities')} all={PRIORITIES} chosen={scope.priorities} name={(p) => t(`priority.${p}`)} onChange={(priorities) => set({ priorities })} />
      <Tiers chosen={scope.tiers} onChange={(tiers) => set({ tiers })} />
      {watches.length > 0 && (
        <Several label={t('standards.watches')} all={watches.map((w) => w.id)} chosen={scope.watchIds} name={(id) => watches.find((w) => w.id === id)?.name ?? id} onChange={(watchIds) => set({ watchIds })} />
      )}
      <div className="form__row">
        <Words label={t('standards.networks')} hint="x, bluesky" value={scope.networks} onChange={(networks) => set({ networks })} />
        <Words label={t('standards.languages')} hint="tr, sk" value={scope.languages} onChange={(languages) => set({ languages })} />
      </div>
      <NumberInput label={t('standards.followers')} min={1} hideControls value={scope.minFollowers ?? ''} onChange={(value) => set({ minFollowers: typeof value === 'number' && value >= 1 ? Math.round(value) : null })} />
    </>
  );
} // prettier-ignore

/** Only tiers that somebody is in, and those that the standard names already. */
function Tiers({ chosen, onChange }: { chosen: readonly string[]; onChange: (tiers: string[]) => void }) {
  const { t } = useTranslation();
  const there = useCustomerTiers().data?.items.map((one) => one.tier) ?? [];
  const all = [...new Set([...there, ...chosen])];
  if (all.length > 0) return <Several label={t('standards.tiers')} all={all} chosen={chosen} name={(tier) => tier} onChange={onChange} />;
  return (
    <div>
      <div className="form__label">{t('standards.tiers')}</div>
      <p className="form__hint">
        {t('standards.tiersNone')} <Link to="/customers">{t('standards.tiersSet')}</Link>
      </p>
    </div>
  );
} // prettier-ignore

/** At once, at the desk; ladders add other ways and later steps. */
function Told({ tell, onChange }: { tell: StandardTerms['tell']; onChange: (tell: StandardTerms['tell']) => void }) {
  const { t } = useTranslation();
  return (
    <div>
      <Checkbox.Group label={t('standards.tell')} value={[...tell]} onChange={(list) => onChange(list as StandardTerms['tell'])}>
        <div className="checks">
          {(['managers', 'owner', 'team'] as const).map((who) => (
            <Checkbox key={who} value={who} label={t(`standards.tell_${who}`)} disabled={who === 'managers'} />
          ))}
        </div>
      </Checkbox.Group>
      <p className="form__hint">
        {t('standards.tellWords')} <Link to="/escalation">{t('standards.tellLadders')}</Link>
      </p>
    </div>
  );
} // prettier-ignore

function Several<T extends string>({ label, all, chosen, name, onChange }: { label: string; all: readonly T[]; chosen: readonly T[]; name: (x: T) => string; onChange: (list: T[]) => void }) {
  return (
    <Checkbox.Group label={label} value={[...chosen]} onChange={(list) => onChange(list as T[])}>
      <div className="checks">
        {all.map((value) => (
          <Checkbox key={value} value={value} label={name(value)} />
        ))}
      </div>
    </Checkbox.Group>
  );
} // prettier-ignore

function Count({ label, value, min = 0, max, decimals = 0, onChange }: { label: string; value: number; min?: number; max: number; decimals?: number; onChange: (n: number) => void }) {
  return <NumberInput label={label} min={min} max={max} decimalScale={decimals} hideControls value={value} onChange={(v) => typeof v === 'number' && v >= min && onChange(Math.min(v, max))} />;
} // prettier-ignore

/** A list written with commas; read when the box is left. */
function Words({ label, hint, value, area, onChange }: { label: string; hint: string; value: readonly string[]; area?: boolean; onChange: (list: string[]) => void }) {
  const [text, setText] = useState(value.join(', '));
  const Box = area ? Textarea : TextInput;
  const read = () => onChange([...new Set(text.split(/[,;\n]/).map((x) => x.trim()).filter((x) => x !== ''))]);
  return <Box label={label} placeholder={hint} value={text} onChange={(event: { currentTarget: { value: string } }) => setText(event.currentTarget.value)} onBlur={read} />;
} // prettier-ignore
