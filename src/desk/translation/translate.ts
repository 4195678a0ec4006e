/** A responder asks what a post says, or how an answer would read in the customer's language. Only then does the text leave the house, and once. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Translate as Body, Translated } from '#libs/contracts/http/translation.js';
import { Database } from '../../database/database.js';
import type { Responder } from '../../platform/access/responder.js';
import { Clock } from '../../platform/clock.js';
import { DeskError } from '../../platform/errors.js';
import { OutboundError, SAFE_HTTP, type SafeHttp } from '../../platform/outbound/safe-http.js';
import { ensureOwnCase } from '../composing/own-case.js';
import { ProviderRefused, PROVIDERS, type ProviderAnswer } from './provider.js';
import { TranslationStore } from './translation-settings.js';

@Injectable()
export class Translate {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: TranslationStore,
    @Inject(SAFE_HTTP) private readonly http: SafeHttp,
  ) {}

  /** @throws DeskError translation-off, translation-failed, not-found */
  async run(caseId: string, body: Body, by: Responder): Promise<Translated> {
    await ensureOwnCase(this.db, caseId, by);
    const way = await this.store.open();
    if (!way) throw new DeskError('translation-off');
    const text = 'text' in body ? body.text : await this.wordsOf(caseId, body.mentionId);
    const { host } = new URL(way.url);
    const digest = createHash('sha256')
      .update(JSON.stringify([way.provider, way.url, body.to, text]))
      .digest();
    const known = await this.db.one<ProviderAnswer>(`select text, lang as "from" from translation where digest = $1`, [digest]);
    if (known) return { ...known, host, cached: true };
    const fresh = await PROVIDERS[way.provider](this.http, { ...way, text, to: body.to }).catch((error: Error) => {
      if (error instanceof ProviderRefused || error instanceof OutboundError)
        throw new DeskError('translation-failed', `${host}: ${error.message}`);
      throw error;
    });
    await this.db.query(`insert into translation (digest, text, lang, at) values ($1, $2, $3, $4) on conflict do nothing`, [
      digest,
      fresh.text,
      fresh.from,
      this.clock.now(),
    ]);
    return { ...fresh, host, cached: false };
  }

  private async wordsOf(caseId: string, mentionId: string): Promise<string> {
    const row = await this.db.one<{ text: string }>(`select text from mention where id = $1 and case_id = $2 and text <> ''`, [
      mentionId,
      caseId,
    ]);
    if (!row) throw new DeskError('not-found');
    return row.text;
  }
}
