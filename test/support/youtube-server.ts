/** The YouTube Data API v3 on this machine: threads, replies, search, channels, posting, with its quota and the reasons of its errors. */
import { JsonServer, type Answered, type AskedFor } from './json-server.js';

export interface YtComment {
  id: string;
  parent: string | null;
  video: string;
  author: string;
  text: string;
  published: Date;
  updated: Date;
  deleted: boolean;
}

export interface YtVideo {
  id: string;
  channel: string;
  title: string;
  description: string;
  published: Date;
  commentsOff: boolean;
  gone: boolean;
}

export const YT_KEY = 'an-api-key';
export const YT_US = 'UCanadoluhat0000000000us';
export const YT_ACCOUNT = { clientId: 'client', clientSecret: 'client-secret', refreshToken: 'our-refresh-token' };
const TOKEN = 'our-access-token';
/** Shown with a thread are at most so many of its replies. */
const INLINE = 5;
const COST: Record<string, number> = { search: 100, insert: 50, list: 1 };

export class YouTubeServer {
  readonly comments: YtComment[] = [];
  readonly videos: YtVideo[] = [];
  /** Threads as they are, before those of every list. */
  readonly odd: unknown[] = [];
  unitsLeft = 10_000;
  tokenIsGood = true;
  /** Reason for which the next comments are refused, with its status. */
  readonly refusals: [status: number, reason: string][] = [];
  readonly server = new JsonServer((asked) => this.answer(asked));

  constructor(readonly now: () => Date) {}

  get url(): string {
    return this.server.url;
  }

  /** What a source needs to ask this server. */
  get settings() {
    return { apiKey: YT_KEY, signInUrl: `${this.url}/token`, baseUrl: `${this.url}/youtube/v3` };
  }

  add(comment: Partial<YtComment> = {}, secondsAgo = 0): YtComment {
    const number = String(this.comments.length).padStart(6, '0');
    const published = new Date(this.now().getTime() - secondsAgo * 1000);
    const id = comment.parent ? `${comment.parent}.reply${number}` : `UgxThread${number}4AaABAg`;
    const made: YtComment = { id, parent: null, video: 'ourfilm0001', author: `UCuser${this.comments.length % 7}`, text: `Kargom nerede? ${number}`, published, updated: published, deleted: false, ...comment }; // prettier-ignore
    this.comments.push(made);
    return made;
  }

  film(video: Partial<YtVideo> = {}, secondsAgo = 0): YtVideo {
    const id = `film${String(this.videos.length).padStart(7, '0')}`;
    const made: YtVideo = { id, channel: 'UCreviewer', title: 'Kargom &amp; ben', description: 'Bir kargo hikâyesi', published: new Date(this.now().getTime() - secondsAgo * 1000), commentsOff: false, gone: false, ...video }; // prettier-ignore
    this.videos.push(made);
    return made;
  }

  edit(comment: YtComment, text: string): void {
    Object.assign(comment, { text, updated: this.now() });
  }

  private answer(asked: AskedFor): Answered {
    if (asked.path === '/token') return this.token(asked);
    const what = /^\/youtube\/v3\/(\w+)$/.exec(asked.path)?.[1];
    if (what === undefined) return { status: 404, body: {} };
    const as = asked.headers.authorization === `Bearer ${TOKEN}` && this.tokenIsGood ? 'us' : null;
    if (asked.headers.authorization !== undefined && as === null) return error(401, 'authError', 'Invalid Credentials');
    if (as === null && asked.headers['x-goog-api-key'] !== YT_KEY) return error(400, 'badRequest', 'API key not valid. Please pass a valid API key.'); // prettier-ignore
    const cost = COST[asked.method === 'POST' ? 'insert' : what === 'search' ? 'search' : 'list']!;
    if (this.unitsLeft < cost) return error(403, 'quotaExceeded', 'The request cannot be completed because you have exceeded your quota.'); // prettier-ignore
    this.unitsLeft -= cost;
    if (!asked.query.get('part')) return error(400, 'missingRequiredParameter', 'No filter selected');
    if (asked.method === 'POST') return as === 'us' ? this.insert(asked) : error(403, 'insufficientPermissions', 'Insufficient Permission'); // prettier-ignore
    if (what === 'commentThreads') return this.threads(asked.query);
    if (what === 'comments') return this.list(asked.query);
    if (what === 'search') return this.search(asked.query);
    return this.channels(asked.query, as === 'us');
  }

  private token({ body }: AskedFor): Answered {
    const form = new URLSearchParams(body);
    const fits = form.get('grant_type') === 'refresh_token' && form.get('client_id') === YT_ACCOUNT.clientId && form.get('client_secret') === YT_ACCOUNT.clientSecret; // prettier-ignore
    if (!fits) return { status: 401, body: { error: 'invalid_client' } };
    if (form.get('refresh_token') !== YT_ACCOUNT.refreshToken) return { status: 400, body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } }; // prettier-ignore
    this.tokenIsGood = true;
    return {
      body: {
        access_token: TOKEN,
        expires_in: 3599,
        token_type: 'Bearer',
        scope: 'https://www.googleapis.com/auth/youtube.force-ssl',
      },
    };
  }

  private threads(query: URLSearchParams): Answered {
    const video = query.get('videoId');
    const film = this.videos.find((one) => one.id === video);
    if (video !== null && (film === undefined || film.gone)) return error(404, 'videoNotFound', 'The video cannot be found.');
    if (film?.commentsOff) return error(403, 'commentsDisabled', 'The video has disabled comments.');
    const ours = (one: YtComment) => !this.videos.some((other) => other.id === one.video);
    const fits = (one: YtComment) => (video === null ? ours(one) : one.video === video);
    const all = this.comments.filter((one) => one.parent === null && !one.deleted && fits(one)).sort((a, b) => b.published.getTime() - a.published.getTime() || (a.id < b.id ? 1 : -1)); // prettier-ignore
    const { page, nextPageToken } = paged(all, query);
    const items = [...(query.get('pageToken') === null ? this.odd : []), ...page.map((one) => this.threadOf(one, query))];
    return { body: { kind: 'youtube#commentThreadListResponse', etag: 'e', ...(nextPageToken ? { nextPageToken } : {}), pageInfo: { totalResults: items.length, resultsPerPage: 100 }, items } }; // prettier-ignore
  }

  private threadOf(top: YtComment, query: URLSearchParams): unknown {
    const replies = this.repliesOf(top.id);
    const shown = replies.slice(-INLINE).map((one) => resourceOf(one, query));
    const snippet = { channelId: YT_US, videoId: top.video, topLevelComment: resourceOf(top, query), canReply: true, totalReplyCount: replies.length, isPublic: true }; // prettier-ignore
    return { kind: 'youtube#commentThread', etag: 'e', id: top.id, snippet, ...(shown.length > 0 && query.get('part')!.includes('replies') ? { replies: { comments: shown } } : {}) }; // prettier-ignore
  }

  private repliesOf(id: string): YtComment[] {
    return this.comments
      .filter((one) => one.parent === id && !one.deleted)
      .sort((a, b) => a.published.getTime() - b.published.getTime());
  }

  private list(query: URLSearchParams): Answered {
    const ids = query.get('id')?.split(',');
    if (ids && (ids.length > 50 || query.has('maxResults'))) return error(400, 'invalidFilters', 'too many ids');
    const parent = query.get('parentId');
    if (parent !== null && !this.comments.some((one) => one.id === parent && !one.deleted)) return error(404, 'commentNotFound', 'The comment cannot be found.'); // prettier-ignore
    const all = ids ? this.comments.filter((one) => ids.includes(one.id) && !one.deleted) : this.repliesOf(parent ?? '');
    const { page, nextPageToken } = ids ? { page: all, nextPageToken: undefined } : paged(all, query);
    return { body: { kind: 'youtube#commentListResponse', etag: 'e', ...(nextPageToken ? { nextPageToken } : {}), items: page.map((one) => resourceOf(one, query)) } }; // prettier-ignore
  }

  private search(query: URLSearchParams): Answered {
    const after = Date.parse(query.get('publishedAfter') ?? '1970-01-01T00:00:00Z');
    const words = (query.get('q') ?? '').toLowerCase();
    const found = this.videos
      .filter(
        (one) => !one.gone && one.published.getTime() > after && `${one.title} ${one.description}`.toLowerCase().includes(words),
      )
      .sort((a, b) => b.published.getTime() - a.published.getTime());
    const { page, nextPageToken } = paged(found, query, 50);
    const items = page.map((one) => ({ kind: 'youtube#searchResult', etag: 'e', id: { kind: 'youtube#video', videoId: one.id }, snippet: { publishedAt: seconds(one.published), channelId: one.channel, title: one.title, description: one.description, channelTitle: 'A reviewer', liveBroadcastContent: 'none', thumbnails: { default: { url: `https://i.ytimg.com/vi/${one.id}/default.jpg`, width: 120, height: 90 } } } })); // prettier-ignore
    return {
      body: {
        kind: 'youtube#searchListResponse',
        etag: 'e',
        regionCode: 'TR',
        ...(nextPageToken ? { nextPageToken } : {}),
        items,
      },
    };
  }

  private channels(query: URLSearchParams, us: boolean): Answered {
    const ours = (query.get('mine') === 'true' && us) || query.get('id') === YT_US;
    const items = ours
      ? [{ kind: 'youtube#channel', id: YT_US, snippet: { title: 'Anadolu Hat', customUrl: '@anadoluhat' } }]
      : [];
    return { body: { kind: 'youtube#channelListResponse', etag: 'e', ...(items.length > 0 ? { items } : {}) } };
  }

  private insert({ path, body }: AskedFor): Answered {
    const planned = this.refusals.shift();
    if (planned !== undefined) return error(planned[0], planned[1], `refused: ${planned[1]}`);
    const { snippet } = JSON.parse(body) as { snippet: { parentId?: string; textOriginal?: string } };
    const parent = this.comments.find((one) => one.id === snippet.parentId && one.parent === null);
    if (!path.endsWith('/comments') || parent === undefined)
      return error(404, 'parentCommentNotFound', 'The comment cannot be found.');
    if (!snippet.textOriginal) return error(400, 'commentTextRequired', 'Text is required');
    const made = this.add({ parent: parent.id, video: parent.video, author: YT_US, text: snippet.textOriginal });
    return { body: resourceOf(made, new URLSearchParams('textFormat=plainText')) };
  }
}

/** Without textFormat=plainText the text for showing is HTML. */
function resourceOf(one: YtComment, query: URLSearchParams): unknown {
  const escaped = one.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
  const textDisplay = query.get('textFormat') === 'plainText' ? one.text : escaped;
  return {
    kind: 'youtube#comment',
    etag: 'e',
    id: one.id,
    snippet: { channelId: YT_US, videoId: one.video, textDisplay, textOriginal: one.text, ...(one.parent ? { parentId: one.parent } : {}), authorDisplayName: `@${one.author.toLowerCase()}`, authorProfileImageUrl: 'https://yt3.ggpht.com/x', authorChannelUrl: `http://www.youtube.com/channel/${one.author}`, authorChannelId: { value: one.author }, canRate: true, viewerRating: 'none', likeCount: 2, publishedAt: one.published.toISOString(), updatedAt: one.updated.toISOString() }, // prettier-ignore
  };
}

function paged<T>(all: T[], query: URLSearchParams, most = 100): { page: T[]; nextPageToken: string | undefined } {
  const size = Math.min(Number(query.get('maxResults') ?? 20), most);
  const start = Number(Buffer.from(query.get('pageToken') ?? '', 'base64url').toString() || 0);
  const page = all.slice(start, start + size);
  const next = start + size;
  return { page, nextPageToken: next < all.length ? Buffer.from(String(next)).toString('base64url') : undefined };
}

function seconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

function error(status: number, reason: string, message: string): Answered {
  return { status, body: { error: { code: status, message, errors: [{ message, domain: 'youtube.api', reason }] } } };
}
