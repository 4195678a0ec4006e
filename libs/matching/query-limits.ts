/** What a query may cost at most. Large agencies' queries stay well below; a monstrous one is refused with its reason. */

/** Characters of one query; the longest that listening tools commonly accept is 4,096 to 20,000. */
export const MAX_QUERY_LENGTH = 20_000;
/** Words, phrases and fields in one query. */
export const MAX_QUERY_TERMS = 1_000;
/** Parentheses and NOTs inside each other. */
export const MAX_QUERY_DEPTH = 40;
/** Words of one phrase. */
export const MAX_PHRASE_WORDS = 30;
/** Words that `~n` and `NEAR/n` may span. */
export const MAX_DISTANCE = 100;
/** `NEAR` without a number. */
export const DEFAULT_NEAR_DISTANCE = 10;
/** Letters before a `*`. */
export const MIN_PREFIX_LENGTH = 2;
