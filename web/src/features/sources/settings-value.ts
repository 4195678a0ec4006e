/** Between a connector's fields and the words in a form. */
import type { SettingsField, SourceView } from '#libs/contracts/views/source.js';

export type FormValues = Record<string, string | boolean>;

/** What the form shows at first: what is stored, else the connector's own defaults. Secrets are never known. */
export function toForm(fields: readonly SettingsField[], stored: SourceView['settings'] = {}): FormValues {
  return Object.fromEntries(
    fields.map((field) => {
      const value = stored[field.name] ?? field.default;
      if (field.type === 'switch') return [field.name, value === true];
      if (field.type === 'secret' || value === undefined || value === null) return [field.name, ''];
      return [field.name, Array.isArray(value) ? value.join('\n') : String(value)];
    }),
  );
}

/** What is sent: empty fields are left out, so that a stored secret stays and a default is used. */
export function toSettings(fields: readonly SettingsField[], values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const value = values[field.name];
      if (field.type === 'switch') return [[field.name, value === true]];
      if (typeof value !== 'string' || value.trim() === '') return [];
      if (field.type === 'number') return [[field.name, Number(value)]];
      if (field.type === 'list')
        return [
          [
            field.name,
            value
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
          ],
        ];
      return [[field.name, value.trim()]];
    }),
  );
}
