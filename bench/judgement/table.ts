/** Rows of figures as a Markdown table. */

export interface TableRow {
  readonly set: string;
  readonly n: number;
  readonly measure: string;
  readonly majority?: number;
  readonly bare?: number;
  readonly ours: number;
  readonly floor?: number;
  readonly note?: string;
}

const HEAD = ['set', 'n', 'measure', 'majority', 'bare package', 'ours', 'floor', ''];

function figure(value: number | undefined): string {
  if (value === undefined) return '–';
  return Math.abs(value) <= 1 ? value.toFixed(3).replace(/^0/, '') : Math.round(value).toLocaleString('en-US');
}

/** Takes rows, returns a Markdown table; a figure under its floor is marked. */
export function asTable(rows: readonly TableRow[]): string {
  const lines = rows.map((row) => {
    const ours =
      row.floor !== undefined && row.ours < row.floor ? `${figure(row.ours)} (under the floor)` : `**${figure(row.ours)}**`;
    return [
      row.set,
      String(row.n),
      row.measure,
      figure(row.majority),
      figure(row.bare),
      ours,
      row.floor === undefined ? '–' : `≥ ${figure(row.floor)}`,
      row.note ?? '',
    ];
  });
  return [HEAD, HEAD.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
