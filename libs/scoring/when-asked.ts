/** What is made when it is first asked for, and kept: a start of the program does not wait for it. */

/** @returns a function that gives what `make` gave the first time */
export function whenAsked<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
}
