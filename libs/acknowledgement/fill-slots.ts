/** Fills the slots of an acknowledgement. A slot that cannot be filled means that nothing is sent: no customer reads "Hi {name}". */
import { givenNameOf, greetingIn } from './prepared-text.js';

export interface SlotValues {
  language: string;
  /** As the network shows it. */
  name: string | null;
  handle: string | null;
  /** When somebody is there again: instant and the zone people read it in; null: not known. */
  opening: { at: Date; zone: string } | null;
  /** Now, to say "today" by leaving the day out. */
  now: Date;
  incident: string | null;
}

export type Filled = { text: string } | { unfilled: string };

const SLOT = /\{([a-z]+)(?:\|([^{}]{0,80}))?\}/g;
/** Slots that are known; others are mistakes of who wrote the text. */
export const SLOTS = ['hi', 'name', 'handle', 'opening', 'incident'] as const;

/** @returns the text, or the first slot that has neither a value nor a fallback */
export function fillSlots(wording: string, values: SlotValues): Filled {
  let unfilled: string | null = null;
  const text = wording.replace(SLOT, (_all, slot: string, fallback: string | undefined) => {
    const value = valueOf(slot, values) ?? fallback ?? null;
    if (value === null) unfilled ??= slot;
    return value ?? '';
  });
  return unfilled === null ? { text } : { unfilled };
}

/** @returns the slots of a wording that nobody knows */
export function unknownSlots(wording: string): string[] {
  return [...wording.matchAll(SLOT)]
    .map((found) => found[1] as string)
    .filter((slot) => !(SLOTS as readonly string[]).includes(slot));
}

function valueOf(slot: string, values: SlotValues): string | null {
  switch (slot) {
    case 'hi':
      return greetingIn(values.language, values.name);
    case 'name':
      return givenNameOf(values.name);
    case 'handle':
      return values.handle === null ? null : `@${values.handle.replace(/^@/, '')}`;
    case 'opening':
      return values.opening === null ? null : openingIn(values.language, values.opening, values.now);
    case 'incident':
      return values.incident;
    default:
      return null;
  }
}

/** "15:30" today; with the weekday on another day. */
function openingIn(language: string, { at, zone }: { at: Date; zone: string }, now: Date): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  const sameDay = day.format(at) === day.format(now);
  const words: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone };
  if (!sameDay) words.weekday = 'long';
  return new Intl.DateTimeFormat(language === 'tr' || language === 'sk' ? language : 'en-GB', words).format(at);
}
