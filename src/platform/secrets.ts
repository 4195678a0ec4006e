/** Seals credentials for the database: AES-256-GCM under a key that is not in the database, bound to the row they belong to. */
import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { SETTINGS_TOKEN, type Settings } from './config/env.js';
import { keyFromFolder } from './key-file.js';

/** Layout: version (1) · which key (4) · nonce (12) · tag (16) · ciphertext. Nonce and tag as NIST SP 800-38D recommends. */
const VERSION = 1;
const KEY_ID = 4;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + KEY_ID + NONCE + TAG;

/** What is stored cannot be opened; the message never holds any of it. */
export class SecretsUnreadable extends Error {
  override readonly name = 'SecretsUnreadable';
}

@Injectable()
export class Secrets {
  private known: { key: Buffer; id: Buffer } | undefined;

  constructor(@Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'EARSHOT_KEY' | 'EARSHOT_DATA_DIR'>) {}

  /**
   * @param plain what to keep secret, as JSON
   * @param row which row it belongs to, such as `source:7`: sealed text moved to another row does not open
   */
  seal(plain: object, row: string): Buffer {
    const { key, id } = this.key();
    const nonce = randomBytes(NONCE);
    const head = Buffer.concat([Buffer.of(VERSION), id]);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad(head, row));
    const text = Buffer.concat([cipher.update(JSON.stringify(plain), 'utf8'), cipher.final()]);
    return Buffer.concat([head, nonce, cipher.getAuthTag(), text]);
  }

  /** @throws SecretsUnreadable when it was changed, belongs to another row, or was sealed with another key */
  open(sealed: Buffer, row: string): Record<string, unknown> {
    const { key, id } = this.key();
    const head = sealed.subarray(0, 1 + KEY_ID);
    if (sealed.length < HEAD || head[0] !== VERSION) throw new SecretsUnreadable('The stored credentials are damaged');
    if (!head.subarray(1).equals(id))
      throw new SecretsUnreadable('The credentials were stored with another key: bring that key back, or enter them again');
    const nonce = sealed.subarray(head.length, head.length + NONCE);
    const tag = sealed.subarray(head.length + NONCE, HEAD);
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
      decipher.setAAD(aad(head, row)).setAuthTag(tag);
      const text = Buffer.concat([decipher.update(sealed.subarray(HEAD)), decipher.final()]).toString('utf8');
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      throw new SecretsUnreadable('The stored credentials are damaged');
    }
  }

  private key(): { key: Buffer; id: Buffer } {
    if (this.known) return this.known;
    const given = this.settings.EARSHOT_KEY;
    const key = given === undefined ? keyFromFolder(this.settings.EARSHOT_DATA_DIR) : Buffer.from(given, 'hex');
    const id = createHash('sha256').update('earshot key id').update(key).digest().subarray(0, KEY_ID);
    this.known = { key, id };
    return this.known;
  }
}

function aad(head: Buffer, row: string): Buffer {
  return Buffer.concat([head, Buffer.from(row, 'utf8')]);
}
