import { describe, expect, it } from '@jest/globals';
import { definitionOf, draftOf, newDraft } from './rule-draft.js';

const words = { en: '{hi}, seen.\n\n {hi}, we look. ', tr: '{hi}, gördük.', sk: '' };

describe('a rule in its form', () => {
  it('begins with complaints, and has one wording a line', () => {
    const definition = definitionOf(newDraft('Complaints', words));
    expect(definition.conditions.intents).toEqual(['complaint']);
    expect(definition.texts).toEqual({ en: ['{hi}, seen.', '{hi}, we look.'], tr: ['{hi}, gördük.'] });
  });

  it('comes back as it was, with languages it does not show', () => {
    const definition = { ...definitionOf(newDraft('Complaints', words)), texts: { de: ['{hi}, gesehen.'], en: ['{hi}'] } };
    expect(definitionOf(draftOf('Complaints', definition))).toEqual(definition);
  });
});
