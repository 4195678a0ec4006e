/** The floor of the live benchmark: takes a post by HTTP, one bare INSERT, one bare websocket frame. Nothing else is done. */
import http from 'node:http';
import pg from 'pg';
import { WebSocketServer } from 'ws';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 12 });
await pool.query(
  'create table if not exists floor_post (id bigint generated always as identity primary key, external_id text not null unique, body jsonb not null, at timestamptz not null default now())',
);

const server = http.createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => void take(Buffer.concat(parts).toString('utf8'), response));
});
const sockets = new WebSocketServer({ server });

async function take(body: string, response: http.ServerResponse): Promise<void> {
  const post = JSON.parse(body) as { externalId: string };
  await pool.query({
    name: 'floor',
    text: 'insert into floor_post (external_id, body) values ($1, $2)',
    values: [post.externalId, body],
  });
  for (const client of sockets.clients) client.send(body);
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"accepted":1}');
}

server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));
