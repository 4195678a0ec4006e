/** What the local X answers on each route it has, before faults are put on top. */
import { weightedLength } from '#libs/contracts/reply-length.js';
import { defined, includes, postBody, userBody, wantedIn, type Names } from './answers.js';
import { pageOf, type PageLimits } from './paging.js';
import { compileQuery } from './query.js';
import { createJob, download, jobById, listJobs, upload } from './compliance.js';
import { forbidden, invalid, problem, Refusal, type Answer, type Asked } from './refusal.js';
import { changeRules, countRules, listRules } from './stream-rules.js';
import { mentionsIn, type XPost, type XUser, type XWorld } from './world.js';

export interface Rules {
  names: Names;
  /** `self-serve`: since February 2026 a reply needs the author's mention or quote. */
  plan: 'self-serve' | 'enterprise';
  /** Until a new post shows up in timelines. */
  consistencyMs: number;
  /** Search refuses a since_id that is older than this. */
  reachBackMs: number;
  /** Where this server is. */
  url: string;
  /** Rules of the stream; by plan when left out. */
  mostRules?: number;
  /** Rules with such words are not taken. */
  refuses?: RegExp;
  /** Streams at once; default 1. One more is refused, or ends the one before: the documentation says both. */
  connections?: number;
  whenTaken?: 'refuse' | 'kick';
  keepAliveMs?: number;
  /** false: this app may not create compliance jobs. */
  compliance?: boolean;
  /** How long a compliance job is worked on. */
  complianceMs?: number;
}

interface Route {
  template: string;
  method: string;
  pattern: RegExp;
  needsUser: boolean;
  /** Takes the token of an app and no account. */
  needsApp?: boolean;
  answer(asked: Asked, world: XWorld, rules: Rules, id: string): Answer;
}

export const STREAM = '/2/tweets/search/stream';

export const ROUTES: Route[] = [
  route('GET', '/2/tweets/search/recent', false, search),
  route('GET', '/2/users/me', true, (asked, _world, rules) => one(userBody(asked.as as XUser, wanted(asked, rules)))),
  route('GET', '/2/users/{id}/mentions', false, mentionsOf),
  route('GET', '/2/users/{id}/tweets', false, postsOf),
  route('GET', '/2/tweets', false, postsByIds),
  route('GET', '/2/tweets/{id}', false, postById),
  route('POST', '/2/tweets', true, create),
  appRoute('GET', '/2/tweets/search/stream/rules', listRules),
  appRoute('POST', '/2/tweets/search/stream/rules', changeRules),
  appRoute('GET', '/2/tweets/search/stream/rules/counts', countRules),
  // Held open by the server itself.
  appRoute('GET', STREAM, () => ({ status: 200, body: null })),
  appRoute('POST', '/2/compliance/jobs', createJob),
  appRoute('GET', '/2/compliance/jobs', listJobs),
  appRoute('GET', '/2/compliance/jobs/{id}', jobById),
  // Where these lie is X's business: their addresses come with the job, and the description says nothing of them.
  appRoute('PUT', '/files/{id}/upload', upload),
  appRoute('GET', '/files/{id}/download', download),
];

function appRoute(method: string, template: string, answer: Route['answer']): Route {
  return { ...route(method, template, false, answer), needsApp: true };
}

function route(method: string, template: string, needsUser: boolean, answer: Route['answer']): Route {
  return { method, template, needsUser, answer, pattern: new RegExp(`^${template.replace('{id}', '([^/]+)')}$`) };
}

function wanted(asked: Asked, rules: Rules) {
  return wantedIn(asked.query, rules.names);
}

function one(data: unknown): Answer {
  return { status: 200, body: { data } };
}

function search(asked: Asked, world: XWorld, rules: Rules): Answer {
  const since = asked.query.get('since_id');
  const oldest = ((BigInt(world.now().getTime() - rules.reachBackMs) - 1288834974657n) << 22n) + 0n;
  if (since !== null && BigInt(since) < oldest) {
    throw new Refusal(invalid('since_id', since, `'since_id' must be a post id created after ${new Date(world.now().getTime() - rules.reachBackMs).toISOString()}`)); // prettier-ignore
  }
  const kept = matching(asked, world).filter(({ createdAt }) => createdAt.getTime() >= world.now().getTime() - rules.reachBackMs);
  return list(asked, world, rules, kept, { smallest: 10, fallback: 10 });
}

function matching(asked: Asked, world: XWorld): XPost[] {
  const query = asked.query.get('query') ?? '';
  try {
    return world.visible().filter(compileQuery(query));
  } catch (error) {
    throw new Refusal(invalid('query', query, (error as Error).message));
  }
}

function mentionsOf(asked: Asked, world: XWorld, rules: Rules, id: string): Answer {
  const user = userById(world, id);
  const found = world
    .visible()
    .filter((post) => post.author !== user && mentionsIn(post.text).includes(user.username.toLowerCase()));
  return list(asked, world, rules, found.slice(0, 800), { smallest: 5, fallback: 10 });
}

function postsOf(asked: Asked, world: XWorld, rules: Rules, id: string): Answer {
  const user = userById(world, id);
  const left = new Set((asked.query.get('exclude') ?? '').split(','));
  const shown = (post: XPost) =>
    post.author === user &&
    !post.references.some(
      (r) => (left.has('replies') && r.type === 'replied_to') || (left.has('retweets') && r.type === 'retweeted'),
    );
  return list(asked, world, rules, world.visible().filter(shown), { smallest: 5, fallback: 10 });
}

function list(asked: Asked, world: XWorld, rules: Rules, found: XPost[], limits: PageLimits): Answer {
  const page = pageOf(asked, found, limits);
  const meta = defined({
    result_count: page.posts.length,
    newest_id: page.posts[0]?.id,
    oldest_id: page.posts.at(-1)?.id,
    next_token: page.nextToken,
  });
  const fields = wanted(asked, rules);
  const data = page.posts.length > 0 ? page.posts.map((post) => postBody(post, world, fields)) : undefined;
  return { status: 200, body: defined({ data, includes: includes(page.posts, world, fields), meta }) };
}

function postById(asked: Asked, world: XWorld, rules: Rules, id: string): Answer {
  const post = world.visible().find((p) => p.id === id);
  if (post !== undefined) {
    const fields = wanted(asked, rules);
    return { status: 200, body: defined({ data: postBody(post, world, fields), includes: includes([post], world, fields) }) };
  }
  const missing = problem(200, 'resource-not-found', 'Not Found Error', `Could not find post with id: [${id}].`, { resource_type: 'post', resource_id: id, parameter: 'id', value: id }); // prettier-ignore
  return { status: 200, body: { errors: [missing.body] } };
}

function postsByIds(asked: Asked, world: XWorld, rules: Rules): Answer {
  const ids = (asked.query.get('ids') ?? '').split(',');
  if (ids.length > 100) throw new Refusal(invalid('ids', '', 'At most 100 ids'));
  const found = ids.flatMap((id) => world.visible().find((p) => p.id === id) ?? []);
  const fields = wanted(asked, rules);
  const errors = ids
    .filter((id) => !found.some((post) => post.id === id))
    .map((id) => problem(200, 'resource-not-found', 'Not Found Error', `Could not find post with ids: [${id}].`, { resource_type: 'post', resource_id: id, parameter: 'ids', value: id }).body); // prettier-ignore
  const data = found.length > 0 ? found.map((post) => postBody(post, world, fields)) : undefined;
  return {
    status: 200,
    body: defined({ data, includes: includes(found, world, fields), errors: errors.length > 0 ? errors : undefined }),
  };
}

const CREATE_FIELDS = new Set(['text', 'reply', 'quote_tweet_id']);

function create(asked: Asked, world: XWorld, rules: Rules): Answer {
  const me = asked.as as XUser;
  const body = (asked.body ?? {}) as { text?: string; reply?: { in_reply_to_tweet_id?: string } };
  const unknown = Object.keys(body).find((key) => !CREATE_FIELDS.has(key));
  if (unknown !== undefined) throw new Refusal(invalid(unknown, '', `The field ${unknown} is not known`));
  const text = body.text ?? '';
  if (text.trim() === '') throw new Refusal(invalid('text', text, 'text must not be empty'));
  if (weightedLength(text) > 280) throw new Refusal(invalid('text', text, 'Your post text is too long.'));
  const target = body.reply?.in_reply_to_tweet_id;
  if (target !== undefined) refuseReply(target, me, world, rules);
  if (world.posts.some((post) => post.author === me && post.text === text)) {
    throw new Refusal(forbidden('You are not allowed to create a Post with duplicate content.'));
  }
  const visibleAt = new Date(world.now().getTime() + rules.consistencyMs);
  const made = world.addPost({ author: me, text, visibleAt, ...(target === undefined ? {} : { inReplyTo: target }) });
  return { status: 201, body: { data: { id: made.id, text, [`edit_history_${rules.names}_ids`]: [made.id] } } };
}

/** Announced by X developers on 23 February 2026 for all plans but enterprise. */
function refuseReply(id: string, me: XUser, world: XWorld, rules: Rules): void {
  const target = world.find(id);
  if (target === undefined)
    throw new Refusal(forbidden('You attempted to reply to a Post that is deleted or not visible to you.'));
  const named = mentionsIn(target.note ?? target.text).includes(me.username.toLowerCase());
  const quotesMe = target.references.some((r) => r.type === 'quoted' && world.find(r.id)?.author === me);
  if (rules.plan === 'enterprise' || named || quotesMe || target.author === me) return;
  throw new Refusal(
    forbidden('Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the Post you are replying to.'), // prettier-ignore
  );
}

function userById(world: XWorld, id: string): XUser {
  const user = world.users.find((u) => u.id === id);
  if (user === undefined) throw new Refusal(invalid('id', id, `The \`id\` query parameter value [${id}] is not valid`));
  return user;
}
