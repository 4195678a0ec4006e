/** The words of an acknowledgement: a wording in the author's language that is not worn out, with every slot filled, short enough for the network. */
import { chooseWording } from '#libs/acknowledgement/choose-wording.js';
import { fillSlots } from '#libs/acknowledgement/fill-slots.js';
import { lengthBy } from '#libs/contracts/reply-length.js';
import type { ActiveRule } from './active-rules.js';
import { readersOf, sending, type CaseContext } from './case-contexts.js';
import type { Spoken } from './spoken.js';

export type Composed = { wording: string; text: string } | { held: string };

/** @returns the words, or why there are none: a stable key */
export function compose(of: CaseContext, rule: ActiveRule, spoken: Spoken, now: Date): Composed {
  const { texts, incident } = rule.definition;
  const wordings = texts[of.language];
  if (!wordings) return { held: 'no-text-in-language' };
  const wording = chooseWording(wordings, spoken.wordingsTo(of), spoken.lastWording(of), spoken.turn);
  if (wording === null) return { held: 'no-wording-left' };
  const { language, name, handle } = of;
  const filled = fillSlots(wording, {
    language,
    name,
    handle,
    opening: openingOf(rule, now),
    now,
    incident: incident[language] ?? null,
  });
  if ('unfilled' in filled) return { held: `slot-unfilled:${filled.unfilled}` };
  const { maxLengths, lengthRule } = sending(of);
  const maxLength = maxLengths[readersOf(of)];
  if (maxLength !== null && lengthBy(lengthRule, filled.text) > maxLength) return { held: 'too-long' };
  return { wording, text: filled.text };
}

/** While it is open there is no opening to name. */
function openingOf({ calendar, zone }: ActiveRule, now: Date): { at: Date; zone: string } | null {
  const next = calendar?.nextOpening(now.getTime()) ?? null;
  return next === null || zone === null || next === now.getTime() ? null : { at: new Date(next), zone };
}
