/** Reads a file of customers and their tiers: network, handle, tier. What cannot be read is told, line by line. */
import { readCsv } from './csv.js';
import { TierLine, type ImportedTiers } from './http/customer-tiers.js';

const COLUMNS = ['network', 'handle', 'tier'] as const;

/** @returns the lines that can be used, in order, and the others with the reason; lines count from 1 as a spreadsheet shows them */
export function readTierFile(csv: string): { lines: TierLine[]; refused: ImportedTiers['refused'] } {
  const lines: TierLine[] = [];
  const refused: ImportedTiers['refused'] = [];
  const seen = new Set<string>();
  const rows = readCsv(csv);
  const heading = headingOf(rows[0]?.cells);
  for (const { line, cells } of heading ? rows.slice(1) : rows) {
    const read = readLine(cells, heading ?? [0, 1, 2]);
    const who = typeof read === 'string' ? '' : `${read.network}\n${read.handle}`;
    if (typeof read === 'string') refused.push({ line, why: read });
    else if (seen.has(who)) refused.push({ line, why: 'twice' });
    else lines.push(read);
    if (who) seen.add(who);
  }
  return { lines, refused };
}

/** @returns where network, handle and tier stand; undefined when the first line is none of headings */
function headingOf(cells: readonly string[] | undefined): number[] | undefined {
  const names = cells?.map((cell) => cell.trim().toLowerCase()) ?? [];
  const places = COLUMNS.map((column) => names.indexOf(column));
  return places.every((place) => place >= 0) ? places : undefined;
}

function readLine(cells: readonly string[], places: readonly number[]): TierLine | ImportedTiers['refused'][number]['why'] {
  if (places.some((place) => cells[place] === undefined)) return 'columns';
  const [network, handle, tier] = places.map((place) => cells[place]?.trim());
  const read = TierLine.safeParse({ network, handle, tier: tier === '' ? null : tier });
  return read.success ? read.data : (read.error.issues[0]?.path[0] as (typeof COLUMNS)[number]);
}
