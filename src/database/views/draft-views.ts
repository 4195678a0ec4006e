/** Drafts as a case shows them. */
import type { DraftView } from '#libs/contracts/http/composing.js';
import { objectsAsJson } from './json-rows.js';

/** Drafts nobody touched for so long are thrown away with the case's other leavings. */
const SHOWN_DAYS = 30;

const COLUMNS = {
  mode: 'd.mode',
  text: 'd.text',
  visibility: 'd.visibility',
  updatedAt: 'd.updated_at',
  by: `(select json_build_object('id', p.id::text, 'name', p.name) from person p where p.id = d.person_id)`,
} satisfies Record<keyof DraftView, string>;

/** For a statement that reads the whole case: everybody's drafts of it as JSON, in no order. */
export const draftsJson = (caseId: string) =>
  objectsAsJson(COLUMNS, `draft d where d.case_id = ${caseId} and d.updated_at > now() - interval '${SHOWN_DAYS} days'`);

/** @returns the drafts of what draftsJson read, the latest first */
export const draftsOfJson = (rows: readonly DraftView[]): DraftView[] =>
  rows
    .map((row) => ({ ...row, updatedAt: new Date(row.updatedAt).toISOString() }))
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
