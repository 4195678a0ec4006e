/** Batch compliance jobs of the local X: created, handed a list of ids, worked on for a while, and answered line by line. */
import { defined } from './answers.js';
import { invalid, problem, Refusal, type Answer, type Asked } from './refusal.js';
import type { Rules } from './routes.js';
import type { ComplianceJob, XWorld } from './world.js';

const UPLOAD_MS = 15 * 60_000;
const DOWNLOAD_MS = 7 * 86_400_000;

export function createJob(asked: Asked, world: XWorld, rules: Rules): Answer {
  if (rules.compliance === false) throw new Refusal(problem(403, 'not-authorized-for-resource', 'Forbidden', 'Your App is not enrolled for this endpoint.', { resource_type: 'compliance_job' })); // prettier-ignore
  const { type, name } = (asked.body ?? {}) as { type?: string; name?: string };
  if (type !== 'tweets') throw new Refusal(invalid('type', String(type), 'Only tweets here'));
  const active = world.jobs.find((job) => ['created', 'in_progress'].includes(stateOf(job, world, rules)));
  if (active) throw new Refusal({ status: 409, body: { code: 409, message: 'A job of this type is already active' } });
  const job: ComplianceJob = { id: world.nextRuleId(), name: name ?? null, createdAt: world.now(), ids: null, uploadedAt: null };
  world.jobs.push(job);
  return { status: 200, body: { data: shown(job, world, rules) } };
}

export function listJobs(asked: Asked, world: XWorld, rules: Rules): Answer {
  const status = asked.query.get('status');
  const jobs = world.jobs.map((job) => shown(job, world, rules)).filter((job) => status === null || job['status'] === status);
  return { status: 200, body: defined({ data: jobs.length > 0 ? jobs : undefined, meta: { result_count: jobs.length } }) };
}

export function jobById(_asked: Asked, world: XWorld, rules: Rules, id: string): Answer {
  return { status: 200, body: { data: shown(find(world, id), world, rules) } };
}

export function upload(asked: Asked, world: XWorld, _rules: Rules, id: string): Answer {
  const job = find(world, id);
  if (world.now().getTime() > job.createdAt.getTime() + UPLOAD_MS) throw new Refusal(problem(403, 'not-authorized-for-resource', 'Forbidden', 'The upload window has lapsed', { resource_type: 'compliance_job' })); // prettier-ignore
  job.ids = String(asked.body ?? '')
    .split(/\s+/)
    .filter(Boolean);
  job.uploadedAt = world.now();
  return { status: 200, body: {} };
}

/** One line for each id with something to do; those that are clean are left out. */
export function download(_asked: Asked, world: XWorld, rules: Rules, id: string): Answer {
  const job = find(world, id);
  if (stateOf(job, world, rules) !== 'complete') throw new Refusal(problem(403, 'not-authorized-for-resource', 'Forbidden', 'Not ready', { resource_type: 'compliance_job' })); // prettier-ignore
  const lines = (job.ids ?? []).flatMap((one) => eventOf(one, world) ?? []);
  return { status: 200, body: lines.map((line) => JSON.stringify(line)).join('\n'), isText: true };
}

function eventOf(id: string, world: XWorld): Record<string, unknown> | null {
  if (!/^\d+$/.test(id)) return { id, error: 'invalid_id' };
  const post = world.find(id);
  if (post === undefined)
    return { id, action: 'delete', created_at: null, redacted_at: world.now().toISOString(), reason: 'deleted' };
  if (post.history.at(-1) !== id) return { id, action: 'rehydrate', redacted_at: null, reason: 'tweet_edited' };
  return null;
}

function stateOf(job: ComplianceJob, world: XWorld, rules: Rules): 'created' | 'in_progress' | 'complete' | 'failed' | 'expired' {
  if (job.failed) return 'failed';
  const now = world.now().getTime();
  if (job.uploadedAt === null) return now > job.createdAt.getTime() + UPLOAD_MS ? 'expired' : 'created';
  return now >= job.uploadedAt.getTime() + (rules.complianceMs ?? 0) ? 'complete' : 'in_progress';
}

function shown(job: ComplianceJob, world: XWorld, rules: Rules): Record<string, unknown> {
  const at = (ms: number) => new Date(job.createdAt.getTime() + ms).toISOString();
  return defined({
    id: job.id,
    type: 'tweets',
    name: job.name ?? undefined,
    status: stateOf(job, world, rules),
    created_at: job.createdAt.toISOString(),
    upload_url: `${rules.url}/files/${job.id}/upload?token=u${job.id}`,
    upload_expires_at: at(UPLOAD_MS),
    download_url: `${rules.url}/files/${job.id}/download?token=d${job.id}`,
    download_expires_at: at(DOWNLOAD_MS),
  });
}

function find(world: XWorld, id: string): ComplianceJob {
  const job = world.jobs.find((one) => one.id === id);
  if (job === undefined) throw new Refusal(invalid('id', id, 'There is no such job'));
  return job;
}
