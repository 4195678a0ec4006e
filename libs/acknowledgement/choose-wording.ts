/** Which wording goes out: none twice to one author, and not the one that went out last. */

/**
 * @param wordings in the language of the post
 * @param toAuthor wordings this author has had before
 * @param last the wording that our account sent last in this language, or null
 * @param turn any number that grows from message to message: spreads the choice
 * @returns a wording, or null when every one was used
 */
export function chooseWording(
  wordings: readonly string[],
  toAuthor: readonly string[],
  last: string | null,
  turn: number,
): string | null {
  const free = wordings.filter((wording) => !toAuthor.includes(wording) && wording !== last);
  return free[Math.abs(turn) % Math.max(free.length, 1)] ?? null;
}
