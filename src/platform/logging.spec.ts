import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import pino from 'pino';
import { pinoHttp } from 'pino-http';
import { QueryFailedError } from 'typeorm';
import { loggingOptions } from './logging.module.js';

const CANARY = 'canary-7f3a';

function listening(): { lines: string[]; stream: Writable } {
  const lines: string[] = [];
  return { lines, stream: new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) }) };
}

describe('logs', () => {
  it('say what was asked, and never what it carried', async () => {
    const { lines, stream } = listening();
    const log = pinoHttp(loggingOptions('trace'), stream);
    const server = createServer((request, response) => {
      log(request, response);
      response.setHeader('set-cookie', `earshot.sid=${CANARY}`);
      response.end('ok');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/cases?q=${CANARY}`;
    const headers = {
      cookie: `earshot.sid=${CANARY}`,
      authorization: `Bearer ${CANARY}`,
      'x-earshot-signature': `sha256=${CANARY}`,
    };
    await fetch(url, { method: 'POST', headers, body: CANARY });
    await new Promise((resolve) => server.close(resolve));
    expect(lines.join('')).toContain('"path":"/api/v1/cases"');
    expect(lines.join('')).toContain('"status":200');
    expect(lines.join('')).not.toContain(CANARY);
  });

  it('redact secrets wherever somebody logs them, and leave out the parameters of a query', () => {
    const { lines, stream } = listening();
    const log = pino(loggingOptions('trace') as pino.LoggerOptions, stream);
    log.info(
      {
        password: CANARY,
        settings: { secret: CANARY, accessToken: CANARY },
        headers: { cookie: CANARY, 'x-earshot-signature': CANARY },
      },
      'x',
    );
    log.info({ a: { b: Object.assign(Object.create(null) as object, { password: CANARY }) } }, 'y');
    log.error({ err: new QueryFailedError('insert into person values ($1)', [CANARY], new Error('no')) }, 'z');
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toContain(CANARY);
    expect(lines[2]).toContain('QueryFailedError');
  });
});

describe('start-up', () => {
  it('tells no inventory of parts and routes, and keeps what anybody else says', () => {
    const { lines, stream } = listening();
    const log = pino(loggingOptions('info') as pino.LoggerOptions, stream);
    log.info({ context: 'RouterExplorer' }, 'Mapped {/x, GET} route');
    log.info({ context: 'Ingest' }, 'kept');
    log.warn({ context: 'RouterExplorer' }, 'kept, too');
    log.info('and this');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['kept', 'kept, too', 'and this']);
  });
});
