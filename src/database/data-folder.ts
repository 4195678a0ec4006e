/** The data folder belongs to one process at a time: an owner file with its process id; a dead owner's file is taken over. */
import fs from 'node:fs';
import path from 'node:path';

/**
 * @param folder the data folder, made when missing
 * @returns a function that gives it free
 * @throws Error when a living process owns it
 */
export function ownDataFolder(folder: string): () => void {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'owner.pid');
  for (let tries = 0; tries < 2; tries++) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(fs.readFileSync(file, 'utf8'));
      if (owner !== process.pid && isAlive(owner)) throw ownedBy(folder, owner);
      fs.rmSync(file, { force: true });
    }
  }
  throw new Error(`The data folder ${folder} cannot be locked`);
}

/** @returns whether a process with this id runs (a zombie does not) */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    return process.platform !== 'linux' || !/\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function ownedBy(folder: string, owner: number): Error {
  return new Error(
    `The data folder ${folder} is in use by process ${owner}. Stop it, choose another folder with EARSHOT_DATA_DIR, or set DATABASE_URL to share one database.`,
  );
}
