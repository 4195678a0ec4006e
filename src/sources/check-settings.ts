/** Checks settings by their connector's schema and parts them into what may be shown and what is sealed. */
import type { Connector } from '../connectors/connector.js';
import { contractError } from '../platform/contract.pipe.js';
import { secretAddresses, secretNames } from './settings-fields.js';

export type Settings = Record<string, unknown>;

export interface CheckedSettings {
  /** All of them, as the connector wants them. */
  all: Settings;
  shown: Settings;
  secrets: Settings;
}

/**
 * @param given what somebody typed; null takes a setting away
 * @param stored what is there already: its secrets stand in for those that were left out
 * @throws DeskError `invalid-settings` naming each field as `settings.<name>`
 */
export function checkSettings(connector: Connector, given: Settings, stored?: CheckedSettings): CheckedSettings {
  const names = secretNames(connector);
  const kept = names.filter((name) => isLeftOut(given[name]) && stored?.secrets[name] !== undefined);
  if (stored && kept.length > 0) refuseNewAddress(connector, given, stored, kept);
  const carried = Object.fromEntries(kept.map((name) => [name, stored?.secrets[name]]));
  const typed = Object.entries(given).filter(([name, value]) => value !== null && !(names.includes(name) && isLeftOut(value)));
  const whole = { ...Object.fromEntries(typed), ...carried };
  const read = connector.settings.safeParse(whole);
  if (!read.success) throw invalid(read.error.issues);
  const all = read.data as Settings;
  const part = (secret: boolean) => Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name) === secret));
  return { all, shown: part(false), secrets: part(true) };
}

/** An empty field of a form is a secret that was left out. */
function isLeftOut(secret: unknown): boolean {
  return secret === undefined || secret === '';
}

/** Stored secrets never travel to an address they were not entered for: who changes it must know them. */
function refuseNewAddress(connector: Connector, given: Settings, stored: CheckedSettings, kept: string[]): void {
  const changed = secretAddresses(connector).some(
    (name) => given[name] !== undefined && given[name] !== null && originOf(given[name]) !== originOf(stored.all[name]),
  );
  if (!changed) return;
  throw invalid(kept.map((name) => ({ path: [name], message: 'enter it again, because the address it is sent to changes' })));
}

function originOf(address: unknown): string {
  return URL.parse(String(address))?.origin ?? String(address);
}

function invalid(issues: readonly { message: string; path: readonly PropertyKey[] }[]) {
  return contractError(
    'invalid-settings',
    issues.map(({ message, path }) => ({ message, path: ['settings', ...path] })),
  );
}
