/** Lines of a CSV file that spreadsheets open as text: no cell begins what they would run as a formula (OWASP, CSV injection). */

import { z } from 'zod';

/** An answer that is a file of comma-separated values, in UTF-8, with a heading line. */
export const Csv = z.string().meta({ contentMediaType: 'text/csv' });

/** Characters that make a spreadsheet calculate; a quote in front makes it a text. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]|^\s+[=+\-@]/;
const PLAIN_NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/;

/** @returns one line, ended as RFC 4180 asks */
export function csvLine(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | boolean | null | undefined): string {
  const text = String(value ?? '');
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
