/** For which cases a rule is, when it speaks, and how much at most. */
import type { RuleDefinition } from '#libs/contracts/http/acknowledgement-rules.js';
import { INTENTS, RISK_LEVELS, SENTIMENTS } from '#libs/contracts/words.js';
import { Checkbox, NativeSelect, NumberInput, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCalendarNames, usePermissions } from '../../api/acknowledgements.js';
import { networkName } from '../../components/network.js';
import type { RuleDraft } from './rule-draft.js';

interface Props {
  draft: RuleDraft;
  onChange: (draft: RuleDraft) => void;
}

export function RuleConditionsFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { definition } = draft;
  const { conditions } = definition;
  const set = (change: Partial<RuleDefinition>) => onChange({ ...draft, definition: { ...definition, ...change } });
  const when = (change: Partial<RuleDefinition['conditions']>) => set({ conditions: { ...conditions, ...change } });
  const networks = usePermissions().data?.networks ?? [];
  return (
    <>
      <Boxes
        label={t('acks.field.intents')}
        values={conditions.intents}
        options={INTENTS.map((value) => [value, t(`intent.${value}`)])}
        onChange={(intents) => when({ intents: intents as typeof conditions.intents })}
      />
      <Boxes
        label={t('acks.field.networks')}
        values={conditions.networks}
        options={networks
          .filter(({ rules }) => rules.some(({ verdict }) => verdict === 'automatic'))
          .map(({ network }) => [network, networkName(network)])}
        onChange={(chosen) => when({ networks: chosen })}
      />
      <Boxes
        label={t('acks.field.sentiments')}
        values={conditions.sentiments}
        options={SENTIMENTS.map((value) => [value, t(`sentiment.${value}`)])}
        onChange={(chosen) => when({ sentiments: chosen as typeof conditions.sentiments })}
      />
      <Boxes
        label={t('acks.field.risks')}
        values={conditions.riskLevels}
        options={RISK_LEVELS.map((value) => [value, t(`risk.${value}`)])}
        onChange={(chosen) => when({ riskLevels: chosen as typeof conditions.riskLevels })}
      />
      <TextInput
        label={t('acks.field.words')}
        description={t('acks.field.wordsHint')}
        value={conditions.words.join(', ')}
        onChange={(event) => when({ words: event.currentTarget.value.split(',').map((word) => word.trimStart()) })}
        onBlur={() => when({ words: conditions.words.map((word) => word.trim()).filter((word) => word.length > 1) })}
      />
      <Hours definition={definition} set={set} />
      <Limits definition={definition} set={set} />
    </>
  );
}

interface BoxesProps {
  label: string;
  values: readonly string[];
  options: readonly (readonly [string, string])[];
  onChange: (values: string[]) => void;
}

function Boxes({ label, values, options, onChange }: BoxesProps) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group label={label} description={t('acks.field.none')} value={[...values]} onChange={onChange}>
      <div className="rule-form__boxes">
        {options.map(([value, name]) => (
          <Checkbox key={value} size="xs" value={value} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

interface PartProps {
  definition: RuleDefinition;
  set: (change: Partial<RuleDefinition>) => void;
}

function Hours({ definition, set }: PartProps) {
  const { t } = useTranslation();
  const calendars = useCalendarNames();
  const { conditions, quiet } = definition;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const hush = (change: Partial<NonNullable<typeof quiet>>) =>
    set({ quiet: { zone, from: '22:00', to: '07:00', ...quiet, ...change } });
  return (
    <div className="rule-form__row">
      <div>
        <span className="rule-form__label" id="rule-hours">
          {t('acks.field.hours')}
        </span>
        <SegmentedControl
          aria-labelledby="rule-hours"
          size="xs"
          value={conditions.hours}
          data={(['any', 'open', 'closed'] as const).map((value) => ({ value, label: t(`acks.hoursShort.${value}`) }))}
          onChange={(hours) => set({ conditions: { ...conditions, hours: hours as typeof conditions.hours } })}
        />
      </div>
      <NativeSelect
        label={t('acks.field.calendar')}
        value={definition.calendarId ?? ''}
        data={[
          { value: '', label: t('acks.field.noCalendar') },
          ...calendars.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => set({ calendarId: event.currentTarget.value || null })}
      />
      <Switch
        label={t('acks.field.quiet')}
        checked={quiet !== null}
        onChange={(event) => (event.currentTarget.checked ? hush({}) : set({ quiet: null }))}
      />
      {quiet !== null && (
        <>
          <TextInput
            type="time"
            label={t('acks.field.from')}
            value={quiet.from}
            onChange={(event) => hush({ from: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('acks.field.to')}
            value={quiet.to}
            onChange={(event) => hush({ to: event.currentTarget.value })}
          />
        </>
      )}
    </div>
  );
}

function Limits({ definition, set }: PartProps) {
  const { t } = useTranslation();
  const { limits } = definition;
  const number = (key: keyof typeof limits, most: number) => (
    <NumberInput
      key={key}
      label={t(`acks.limit.${key}`)}
      min={1}
      max={most}
      value={limits[key]}
      onChange={(value) => set({ limits: { ...limits, [key]: Number(value) || 1 } })}
    />
  );
  return (
    <div className="rule-form__row">
      <NumberInput
        label={t('acks.field.delay')}
        min={0}
        max={1440}
        value={Math.round(definition.delaySeconds / 60)}
        onChange={(value) => set({ delaySeconds: (Number(value) || 0) * 60 })}
      />
      {number('perAuthor', 10)}
      {number('authorDays', 90)}
      {number('perHour', 10_000)}
      {number('perNetworkHour', 10_000)}
      {number('stormPerFiveMinutes', 10_000)}
      <Switch
        className="rule-form__wide"
        label={t('acks.field.unlessActed')}
        checked={definition.unlessActed}
        onChange={(event) => set({ unlessActed: event.currentTarget.checked })}
      />
    </div>
  );
}
