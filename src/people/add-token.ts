/** An administrator makes an API token for a program. */
import { Injectable } from '@nestjs/common';
import type { AddToken as AddTokenBody } from '#libs/contracts/http/people.js';
import type { NewTokenView } from '#libs/contracts/views/people.js';
import { Database } from '../database/database.js';
import { hashOf, randomKey, TOKEN_PREFIX } from '../platform/access/random-keys.js';
import type { Responder } from '../platform/access/responder.js';
import { mayGive } from '../platform/access/tokens.js';
import { DeskError } from '../platform/errors.js';
import { TOKEN, toTokenView, type TokenRow } from './token.rows.js';

@Injectable()
export class AddToken {
  constructor(private readonly db: Database) {}

  /**
   * @returns the token with its secret, which is stored only as a hash and never shown again
   * @throws DeskError `not-allowed` for a role the maker does not have
   */
  async run({ name, roles }: AddTokenBody, by: Responder): Promise<NewTokenView> {
    const given = [...new Set(roles ?? by.roles)];
    const beyond = given.find((role) => !mayGive(by.roles, role));
    if (beyond) throw new DeskError('not-allowed', `A token cannot have the role ${beyond}, because you do not have it`);
    const token = TOKEN_PREFIX + randomKey();
    const [row] = await this.db.query<TokenRow>(
      `with t as (insert into api_token (name, hash, person_id, roles) values ($1, $2, $3, $4) returning *)
       select ${TOKEN} from t join person p on p.id = t.person_id`,
      [name, hashOf(token), by.id, given],
    );
    return { ...toTokenView(row as TokenRow), token };
  }
}
