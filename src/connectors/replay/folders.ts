/** Which folders a replay may read: the shipped one and, once the program has said where it is, the one for own files. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noteInEnglish, type Note } from '#libs/contracts/notes.js';
import { note } from '../explained.js';

const folders = new Map<string, string>([['demo', join(projectRoot(), 'src', 'connectors', 'replay', 'demo')]]);

/**
 * Lets replays read from one more folder.
 * @param name the first part of a file setting, such as `data`
 * @param path the folder
 */
export function offerReplayFolder(name: string, path: string): void {
  folders.set(name, path);
}

/** The file cannot be played; the message is for the person who named it. */
export class ReplayFileRefused extends Error {
  constructor(readonly why: Note) {
    super(noteInEnglish(why));
  }
}

/**
 * @param file `<folder's name>/<path inside it>`
 * @returns the real path of a file that lies inside its folder, links followed
 * @throws ReplayFileRefused when it lies elsewhere or is not there
 */
export function resolveReplayFile(file: string): string {
  const [name = '', ...rest] = file.split('/');
  const folder = folders.get(name);
  if (folder === undefined || rest.length === 0) {
    throw new ReplayFileRefused(note('replay-no-folder', { file, folders: [...folders.keys()].join(', ') }));
  }
  const outside = new ReplayFileRefused(note('replay-outside', { file, folder: name }));
  if (file.includes('\0') || file.includes('\\') || rest.some((part) => part === '..' || part === '')) {
    throw outside;
  }
  const path = join(folder, ...rest);
  if (!existsSync(path)) throw new ReplayFileRefused(note('replay-no-file', { file }));
  const real = realpathSync(path);
  if (!real.startsWith(realpathSync(folder) + sep)) throw outside;
  return real;
}

/** The shipped posts are read from the source tree, as the build copies programs only. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
