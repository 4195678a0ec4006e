/** Drafts as a case shows them. */
import type { DraftView } from '#libs/contracts/http/composing.js';
import { rowsAsJson } from './json-rows.js';

/** Drafts nobody touched for so long are thrown away with the case's other leavings. */
const SHOWN_DAYS = 30;

/** For a statement that reads the whole case: everybody's drafts of it as JSON, the latest first. */
export const draftsJson = (caseId: string) =>
  rowsAsJson(
    `select d.mode, d.text, d.visibility, d.updated_at as "updatedAt", jsonb_build_object('id', p.id::text, 'name', p.name) as by
     from draft d join person p on p.id = d.person_id
     where d.case_id = ${caseId} and d.updated_at > now() - interval '${SHOWN_DAYS} days' order by d.updated_at desc`,
  );

/** @returns the drafts of what draftsJson read */
export const draftsOfJson = (rows: readonly DraftView[]): DraftView[] =>
  rows.map((row) => ({ ...row, updatedAt: new Date(row.updatedAt).toISOString() }));
