/** Accuracy, macro-F1 and precision from pairs of what is and what was said. */

export interface Measures {
  readonly examples: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly precision: Readonly<Record<string, number>>;
  readonly recall: Readonly<Record<string, number>>;
}

/** Takes true and said labels in the same order, returns the measures over the labels that truly occur. */
export function measure(truth: readonly string[], said: readonly string[]): Measures {
  const labels = [...new Set(truth)].sort();
  const precision: Record<string, number> = {};
  const recall: Record<string, number> = {};
  let f1Sum = 0;
  for (const label of labels) {
    const hit = truth.filter((actual, i) => actual === label && said[i] === label).length;
    const claimed = said.filter((value) => value === label).length;
    const actual = truth.filter((value) => value === label).length;
    precision[label] = claimed === 0 ? 0 : hit / claimed;
    recall[label] = actual === 0 ? 0 : hit / actual;
    f1Sum += claimed + actual === 0 ? 0 : (2 * hit) / (claimed + actual);
  }
  const right = truth.filter((actual, i) => actual === said[i]).length;
  return {
    examples: truth.length,
    accuracy: right / Math.max(1, truth.length),
    macroF1: f1Sum / Math.max(1, labels.length),
    precision,
    recall,
  };
}

/** Takes true labels, returns the measures of always saying the commonest one. */
export function majority(truth: readonly string[]): Measures {
  const counts = new Map<string, number>();
  for (const label of truth) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [''];
  return measure(
    truth,
    truth.map(() => commonest),
  );
}
