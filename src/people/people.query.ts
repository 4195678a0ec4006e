/** The list of people, and one of them. */
import { Injectable } from '@nestjs/common';
import type { Page, PageQuery } from '#libs/contracts/values.js';
import type { PersonView } from '#libs/contracts/views/people.js';
import { z } from 'zod';
import { Database } from '../database/database.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';
import { DeskError } from '../platform/errors.js';
import { findPerson, PERSON, toPersonView, type PersonRow } from './person.rows.js';

const Cursor = z.tuple([z.string(), z.string().regex(/^\d{1,18}$/)]);

@Injectable()
export class PeopleQuery {
  constructor(private readonly db: Database) {}

  /** In order of their names. */
  async list({ cursor, limit }: PageQuery): Promise<Page<PersonView>> {
    const [name, id] = readCursor(cursor, Cursor) ?? ['', '0'];
    const rows = await this.db.query<PersonRow & { sort: string }>(
      `select ${PERSON}, lower(p.name) as sort from person p where (lower(p.name), p.id) > ($1, $2) order by lower(p.name), p.id limit $3`,
      [name, id, limit + 1],
    );
    return pageOfRows(rows, limit, toPersonView, (row) => [row.sort, row.id]);
  }

  /** @throws DeskError `not-found` */
  async one(id: string): Promise<PersonView> {
    const person = await findPerson(this.db, id);
    if (!person) throw new DeskError('not-found');
    return person;
  }
}
