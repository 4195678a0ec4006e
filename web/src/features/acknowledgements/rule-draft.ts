/** A rule as its form holds it, and back: wordings stand one to a line. */
import { RuleDefinition } from '#libs/contracts/http/acknowledgement-rules.js';
import { LOCALES, type Locale } from '#libs/contracts/words.js';

export interface RuleDraft {
  name: string;
  definition: RuleDefinition;
  /** By language, one wording a line. */
  lines: Record<Locale, string>;
}

/** What a new rule begins with: complaints, in the three languages of the desk, with wordings that can go out as they stand. */
export function newDraft(name: string, wordings: Record<Locale, string>): RuleDraft {
  const definition = RuleDefinition.parse({ conditions: { intents: ['complaint'] }, texts: { en: ['{hi}'] } });
  return { name, definition, lines: wordings };
}

export function draftOf(name: string, definition: RuleDefinition): RuleDraft {
  const lines = Object.fromEntries(LOCALES.map((locale) => [locale, (definition.texts[locale] ?? []).join('\n')]));
  return { name, definition, lines: lines as Record<Locale, string> };
}

/** @returns the definition to be saved; languages that the form does not show keep their texts */
export function definitionOf({ definition, lines }: RuleDraft): RuleDefinition {
  const shown: readonly string[] = LOCALES;
  const kept = Object.entries(definition.texts).filter(([language]) => !shown.includes(language));
  const written = LOCALES.map((locale) => [locale, wordings(lines[locale])] as const).filter(([, list]) => list.length > 0);
  return { ...definition, texts: Object.fromEntries([...kept, ...written]) };
}

const wordings = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
