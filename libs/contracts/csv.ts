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

const COMMA_CELL = /"((?:[^"]|"")*)"|[^",\r\n]+/y;
const SEMICOLON_CELL = /"((?:[^"]|"")*)"|[^";\r\n]+/y;

/**
 * Reads comma- or semicolon-separated values (RFC 4180; a spreadsheet of many countries writes semicolons); the first line decides which.
 * @returns every line that is not empty with its number, from 1
 */
export function readCsv(text: string): { line: number; cells: string[] }[] {
  const body = text.replace(/^\ufeff/, '');
  const first = body.split(/\r?\n/, 1)[0] ?? '';
  const separator = first.includes(';') && !first.includes(',') ? ';' : ',';
  const rows: { line: number; cells: string[] }[] = [];
  const cell = separator === ';' ? SEMICOLON_CELL : COMMA_CELL;
  let line = 1;
  let cells: string[] = [];
  let value = '';
  const end = () => {
    cells.push(value);
    if (cells.length > 1 || value.trim() !== '') rows.push({ line, cells });
    [cells, value] = [[], ''];
  };
  for (let at = 0; at < body.length;) {
    cell.lastIndex = at;
    const found = cell.exec(body);
    if (found) value += found[1]?.replaceAll('""', '"') ?? found[0];
    else if (body[at] === separator) {
      cells.push(value);
      value = '';
    } else if (body[at] === '\n') {
      end();
      line++;
    } else if (body[at] !== '\r') value += body[at];
    at += found ? found[0].length : 1;
  }
  if (cells.length > 0 || value !== '') end();
  return rows;
}
