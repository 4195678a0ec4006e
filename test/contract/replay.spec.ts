import { describe } from '@jest/globals';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { replayConnector } from '../../src/connectors/replay/connector.js';
import { offerReplayFolder } from '../../src/connectors/replay/folders.js';
import { connectorContract } from './connector-contract.js';
import type { ContractWorld } from './contract-world.js';

async function replayWorld(): Promise<ContractWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-replay-'));
  const name = basename(folder).toLowerCase();
  offerReplayFolder(name, folder);
  const file = join(folder, 'posts.jsonl');
  await writeFile(file, '');
  let count = 0;
  const add = async (many: number) => {
    const ids = Array.from({ length: many }, () => `p${count++}`);
    const line = (id: string) =>
      JSON.stringify({ atSeconds: 0, externalId: id, text: `şikâyet ${id}`, author: { handle: 'deniz' }, network: 'x' });
    await appendFile(file, ids.map((id) => `${line(id)}\n`).join(''));
    return ids;
  };
  return {
    settings: { file: `${name}/posts.jsonl`, speed: 0 },
    http: { request: () => Promise.reject(new Error('a replay asks nobody')) },
    asksNobody: true,
    actsAsNobody: true,
    now: () => new Date(),
    addPosts: add,
    outcomes: { ok: () => undefined },
    badSettings: [
      { settings: { speed: -1 }, field: 'speed' },
      { settings: { file: '' }, field: 'file' },
      { settings: { tempo: 2 }, field: 'tempo' },
    ],
    addBadInput: async () => {
      const good = await add(2);
      await appendFile(file, '{\n"text"\n{"atSeconds":"soon"}\n');
      return [...good, ...(await add(1))];
    },
    stop: () => rm(folder, { recursive: true }),
  };
}

describe('the contract of connectors: replay', () => connectorContract(replayConnector, replayWorld));
