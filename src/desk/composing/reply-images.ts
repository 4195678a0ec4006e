/** Pictures for a reply: cleaned before they are kept, the writer's alone until the reply takes them along, and only where the network takes them. */
import { Injectable } from '@nestjs/common';
import { MOST_IMAGE_BYTES, MOST_IMAGES, type ReplyImageView } from '#libs/contracts/http/images.js';
import { cleanImage } from '#libs/media/clean-image.js';
import { Database } from '../../database/database.js';
import { IMAGE_COLUMNS } from '../../database/views/reply-views.js';
import type { Responder } from '../../platform/access/responder.js';
import { Clock } from '../../platform/clock.js';
import { DeskError } from '../../platform/errors.js';
import { channelOfCase } from '../reply-channel.js';
import { ensureOwnCase } from './own-case.js';

@Injectable()
export class ReplyImages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DeskError image-unreadable, image-too-large, too-many-images, images-not-possible, not-found */
  async add(caseId: string, raw: Buffer, by: Responder): Promise<ReplyImageView> {
    await ensureOwnCase(this.db, caseId, by);
    const now = this.clock.now();
    const { images } = await channelOfCase(this.db, caseId, now);
    if (!images) throw new DeskError('images-not-possible', 'This network takes no pictures from the desk yet');
    const clean = raw.length > MOST_IMAGE_BYTES ? null : cleanImage(raw);
    const size = clean?.bytes.length ?? raw.length;
    const most = Math.min(MOST_IMAGE_BYTES, images.maxBytes);
    if (size > most) throw tooLarge(size, most);
    if (!clean) throw new DeskError('image-unreadable', 'Neither a whole JPEG nor a whole PNG');
    return this.db.transaction(async (tx) => {
      // One after the other, so that two uploads at once do not pass the limit together.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('reply-image ' || $1 || ' ' || $2, 0))`, [caseId, by.id]);
      const [{ n } = { n: 0 }] = await tx.query<{ n: number }>(`select count(*)::int as n from reply_image i where ${UNSENT}`, [caseId, by.id]); // prettier-ignore
      if (n >= Math.min(MOST_IMAGES, images.most)) throw tooMany(Math.min(MOST_IMAGES, images.most));
      const [stored] = await tx.query<ReplyImageView>(
        `insert into reply_image as i (case_id, person_id, type, width, height, size, created_at, bytes) values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${IMAGE_COLUMNS}`,
        [caseId, by.id, clean.type, clean.width, clean.height, size, now, Buffer.from(clean.bytes)],
      );
      if (!stored) throw new Error('a picture was not stored');
      return stored;
    });
  }

  /** @returns what the asker has added and not sent */
  async unsent(caseId: string, by: Responder): Promise<{ items: ReplyImageView[] }> {
    await ensureOwnCase(this.db, caseId, by);
    return { items: await this.db.query<ReplyImageView>(`select ${IMAGE_COLUMNS} from reply_image i where ${UNSENT} order by i.id`, [caseId, by.id]) }; // prettier-ignore
  }

  /** @throws DeskError not-found: not theirs, or sent */
  async describe(caseId: string, imageId: string, alt: string, by: Responder): Promise<ReplyImageView> {
    await ensureOwnCase(this.db, caseId, by);
    const [row] = await this.db.query<ReplyImageView>(`update reply_image i set alt = $4 where ${UNSENT} and i.id = $3 returning ${IMAGE_COLUMNS}`, [caseId, by.id, imageId, alt]); // prettier-ignore
    if (!row) throw new DeskError('not-found');
    return row;
  }

  /** @throws DeskError not-found: not theirs, or sent */
  async remove(caseId: string, imageId: string, by: Responder): Promise<void> {
    await ensureOwnCase(this.db, caseId, by);
    const [row] = await this.db.query(`delete from reply_image i where ${UNSENT} and i.id = $3 returning 1`, [
      caseId,
      by.id,
      imageId,
    ]);
    if (!row) throw new DeskError('not-found');
  }

  /** One's own, or one that a reply took along. @throws DeskError not-found */
  async bytes(caseId: string, imageId: string, by: Responder): Promise<{ type: string; bytes: Buffer }> {
    await ensureOwnCase(this.db, caseId, by);
    const [row] = await this.db.query<{ type: string; bytes: Buffer }>(
      `select type, bytes from reply_image where id = $2 and case_id = $1 and (reply_id is not null or person_id = $3)`,
      [caseId, imageId, by.id],
    );
    if (!row) throw new DeskError('not-found');
    return row;
  }

  /**
   * @param key of the words they go with: what it took along already is still its own
   * @returns the pictures that are about to go out. @throws DeskError not-found: one is not theirs, or another reply took it
   */
  async picked(caseId: string, ids: readonly string[], by: Responder, key: string | undefined): Promise<ReplyImageView[]> {
    if (ids.length === 0) return [];
    const rows = await this.db.query<ReplyImageView>(
      `select ${IMAGE_COLUMNS} from reply_image i left join reply r on r.id = i.reply_id
       where i.id = any($3::bigint[]) and i.case_id = $1 and i.person_id = $2 and (r.id is null or r.idempotency_key = $4) order by i.id`,
      [caseId, by.id, ids, key ?? null],
    );
    if (rows.length !== new Set(ids).size) throw new DeskError('not-found', 'A picture is gone, or went with another reply');
    return rows;
  }
}

const UNSENT = 'i.case_id = $1 and i.person_id = $2 and i.reply_id is null';

export const tooLarge = (size: number, maxBytes: number) => new DeskError('image-too-large', `The picture has ${size} of at most ${maxBytes} bytes`, { data: { size, maxBytes } }); // prettier-ignore
export const tooMany = (most: number) => new DeskError('too-many-images', `At most ${most}`, { data: { most } });
