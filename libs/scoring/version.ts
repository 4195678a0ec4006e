/** The version every score is stored with. */

/** Changes with every change of rules, lists or weights: the same text and version give the same scores everywhere. */
export const SCORER_VERSION = '9';
