/** Two processes on one database, killed at random and started again, one or both at once. */
import type pg from 'pg';
import { dataFolder, startDeskProcess, type DeskProcess } from '../support/desk-process.js';
import { sleep } from './soak-desk.js';

/** How long both live between two kills, in milliseconds: at least, and how much more by chance. */
const LIVES_MS = { least: 700, more: 1300 };
/** Of a hundred kills so many are of both at once. */
const BOTH_PERCENT = 15;

export class TwoDesks {
  readonly all: (DeskProcess | null)[] = [null, null];
  kills = 0;
  private readonly files = [dataFolder(), dataFolder()];

  constructor(
    private readonly databaseUrl: string,
    private readonly db: pg.Pool,
    private readonly random: () => number,
  ) {}

  async start(n: number): Promise<void> {
    this.all[n] = await startDeskProcess({
      DATABASE_URL: this.databaseUrl,
      EARSHOT_DATA_DIR: this.files[n]?.folder ?? '',
      EARSHOT_KEY: 'a'.repeat(64),
      EARSHOT_ALLOWED_HOSTS: '127.0.0.1',
    });
  }

  first(): DeskProcess {
    const desk = this.all[0] ?? this.all[1];
    if (!desk) throw new Error('no desk lives');
    return desk;
  }

  remove(): void {
    for (const file of this.files) file.remove();
  }

  /** Kills and starts again, over and over, until `over` says so. */
  async kill(over: () => boolean): Promise<void> {
    while (!over()) {
      await sleep(LIVES_MS.least + this.random() * LIVES_MS.more);
      if (this.random() * 100 < BOTH_PERCENT) await this.killBoth();
      else await this.killOne(this.random() < 0.5 ? 0 : 1);
    }
  }

  /** Both at once, so that nobody is left who may still be sending; what they held is taken up at once instead of after a minute. */
  async killBoth(): Promise<void> {
    await Promise.all([this.end(0), this.end(1)]);
    await this.db.query(`update reply set due_at = now(), lease_until = now() where state = 'sending'`);
    await Promise.all([this.revive(0), this.revive(1)]);
  }

  /**
   * Fast forward for networks that show at once what they took: nobody has to wait for what may still come to light, nor to look for it a dozen times.
   * Leases are left alone: somebody may still be sending.
   */
  async hurry(): Promise<void> {
    await this.db.query(
      `update reply set due_at = now() where state in ('waiting', 'unknown') and due_at > now() + interval '1 second'`,
    );
  }

  private async killOne(n: number): Promise<void> {
    await this.end(n);
    await this.revive(n);
  }

  private async end(n: number): Promise<void> {
    const desk = this.all[n];
    this.all[n] = null;
    this.kills += 1;
    await desk?.kill('SIGKILL');
  }

  /** On a loaded machine a start may take longer than a test waits for it: then another one. */
  private async revive(n: number): Promise<void> {
    for (let tries = 0; !this.all[n] && tries < 5; tries += 1) await this.start(n).catch(() => undefined);
  }
}
