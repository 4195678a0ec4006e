/** The floor of benchmarks that ask a desk: bare express and pg, one row by key read or updated for each request. No session, rule, history, clock or news. */
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const UPDATES: Record<string, string> = {
  claim: `update floor_case set status = 'claimed', owner_id = $2 where id = $1 returning *`,
  reply: `update floor_case set answered_at = now(), answer = $2 where id = $1 returning *`,
  resolve: `update floor_case set status = 'resolved', resolved_at = now(), outcome = $2 where id = $1 returning *`,
};
const app = express();
app.use(express.json());
app.get('/api/v1/sources/:id', async (request, response) => {
  const values = [request.params.id];
  const { rows } = await pool.query({ name: 'read', text: 'select * from source where id = $1', values });
  response.json(rows[0]);
});
app.post('/api/v1/cases/:id/:verb', async (request, response) => {
  const { id, verb } = request.params;
  const values = [id, verb === 'claim' ? 1 : String(request.body.text ?? request.body.outcome)];
  const { rows } = await pool.query({ name: verb, text: UPDATES[verb] ?? '', values });
  response.json(rows[0]);
});
app.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));
