/** The form of a connector's own settings, made from what the connector says it needs. */
import type { SettingsField } from '#libs/contracts/views/source.js';
import type { SourceKind } from '#libs/contracts/words.js';
import { NativeSelect, PasswordInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormValues } from './settings-value.js';

interface Props {
  kind: SourceKind;
  fields: readonly SettingsField[];
  values: FormValues;
  onChange: (values: FormValues) => void;
  /** Names of the secrets that are stored. */
  secretsSet: readonly string[];
  /** A secret that is left out can be made by the desk. */
  makesSecrets: boolean;
  readOnly: boolean;
}

export function SettingsFields(props: Props) {
  return props.fields.map((field) => <Field key={field.name} field={field} {...props} />);
}

function Field({ field, kind, values, onChange, secretsSet, makesSecrets, readOnly }: Props & { field: SettingsField }) {
  const { t } = useTranslation();
  const { label, words, choiceWords } = useFieldWords(kind, field);
  const set = (value: string | boolean) => onChange({ ...values, [field.name]: value });
  const value = values[field.name];
  const stored = secretsSet.includes(field.name);
  const makes = makesSecrets && field.name === 'secret';
  const free = field.type === 'secret' && (stored || makes);
  const shared = {
    label,
    description: words,
    required: field.required && !free && field.default === undefined,
    readOnly,
    name: `setting-${field.name}`,
  };
  const text = {
    ...shared,
    value: String(value ?? ''),
    onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value),
  };
  if (field.type === 'switch')
    return (
      <Switch
        label={label}
        description={words}
        disabled={readOnly}
        checked={value === true}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    );
  if (field.type === 'choice')
    return (
      <NativeSelect
        {...shared}
        disabled={readOnly}
        value={String(value ?? '')}
        data={[
          ...(field.required ? [] : ['']),
          ...(field.choices ?? []).map((choice) => ({ value: choice, label: choiceWords(choice) })),
        ]}
        onChange={(event) => set(event.currentTarget.value)}
      />
    );
  if (field.type === 'list') return <Textarea {...text} autosize minRows={2} description={words ?? t('sources.listWords')} />;
  if (field.type === 'secret')
    return (
      <PasswordInput
        {...text}
        autoComplete="new-password"
        placeholder={stored ? t('sources.secretSet') : makes ? t('sources.secretMade') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
    );
  const type = field.type === 'number' ? 'number' : field.type === 'url' ? 'url' : 'text';
  return <TextInput {...text} type={type} min={field.min} max={field.max} step="any" />;
}

/** A connector's own words are English; those we know are translated. */
function useFieldWords(kind: SourceKind, field: SettingsField) {
  const { t, i18n } = useTranslation();
  const known = (part: string, otherwise: string | undefined) => {
    const key = `field.${kind}.${field.name}.${part}`;
    return i18n.exists(key) ? t(key as 'field.feed.url.label') : otherwise;
  };
  return {
    label: known('label', field.label) ?? field.name,
    words: known('words', field.description),
    choiceWords: (choice: string) => known(`choices.${choice}`, choice) ?? choice,
  };
}
