/** Hacker News on this machine: the search of hn.algolia.com and the items of hacker-news.firebaseio.com, with their documented limits. */
import { JsonServer, type Answered, type AskedFor } from './json-server.js';

export interface HnItem {
  id: number;
  type: 'story' | 'comment';
  by: string;
  time: number;
  title?: string;
  url?: string;
  /** HTML, as the site keeps it. */
  text?: string;
  parent?: number;
  story: number;
  score?: number;
  deleted?: boolean;
  dead?: boolean;
}

export class HackerNewsServer {
  readonly items: HnItem[] = [];
  /** Hits as they are, beside those of the items. */
  readonly odd: unknown[] = [];
  /** Most hits that any question shows: 1,000 at the network. */
  reach = 1000;
  /** Items that the search does not show yet. */
  readonly notIndexed = new Set<number>();
  readonly server = new JsonServer((asked) => this.answer(asked));

  constructor(readonly now: () => Date) {}

  /** @param secondsAgo when it was written */
  add(item: Partial<HnItem>, secondsAgo = 0): HnItem {
    const id = 40_000_000 + this.items.length;
    const made: HnItem = { id, type: 'comment', by: `user${id % 7}`, time: Math.floor(this.now().getTime() / 1000) - secondsAgo, story: 39_000_000, ...(item.type === 'story' ? { story: id } : { parent: 39_000_000 }), ...item }; // prettier-ignore
    this.items.push(made);
    return made;
  }

  private answer(asked: AskedFor): Answered {
    const item = /^\/v0\/item\/(\d+)\.json$/.exec(asked.path)?.[1];
    if (item !== undefined) return { body: this.item(Number(item)) };
    if (asked.path === '/api/v1/search_by_date') return this.search(asked.query);
    return { status: 404, body: { message: 'no such path', status: 404 } };
  }

  /** Source: github.com/HackerNews/API. A deleted item keeps its id, time, type and place only. */
  private item(id: number): unknown {
    const item = this.items.find((one) => one.id === id);
    if (item === undefined) return null;
    const { story: _story, by, text, title, url, score, dead, deleted, ...rest } = item;
    if (deleted) return { ...rest, deleted };
    const shown = { by, text, title, url, score, dead: dead || undefined };
    return { ...rest, ...Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined)) };
  }

  private search(query: URLSearchParams): Answered {
    const filters = numericFilters(query.get('numericFilters') ?? '');
    if (filters === null) return { status: 400, body: { message: 'Syntax error in numericFilters', status: 400 } };
    const page = Number(query.get('page') ?? 0);
    const perPage = Math.min(Number(query.get('hitsPerPage') ?? 20), 1000);
    const words = (query.get('query') ?? '').toLowerCase();
    const found = this.items
      .filter((item) => !item.deleted && !item.dead && !this.notIndexed.has(item.id))
      .filter((item) => tagsFit(item, query.get('tags') ?? '') && filters.every((fits) => fits(item.time)))
      .filter((item) => `${item.title ?? ''} ${item.text ?? ''}`.toLowerCase().includes(words.replaceAll('"', '')))
      .sort((a, b) => b.time - a.time || b.id - a.id)
      .map(hitOf);
    const all = [...this.odd, ...found];
    const nbPages = Math.ceil(Math.min(all.length, this.reach) / perPage);
    const hits = page < nbPages ? all.slice(page * perPage, Math.min((page + 1) * perPage, this.reach)) : [];
    return { body: { hits, nbHits: all.length, page, nbPages, hitsPerPage: perPage, exhaustiveNbHits: true, query: words, processingTimeMS: 1 } }; // prettier-ignore
  }
}

/** `a,b` both; `(a,b)` any of them. Source: hn.algolia.com/api, "tags". */
function tagsFit(item: HnItem, tags: string): boolean {
  const own = new Set([item.type, `author_${item.by}`, `story_${item.story}`]);
  const groups = tags.match(/\([^)]*\)|[^,()]+/g) ?? [];
  return groups.every((group) =>
    group
      .replace(/[()]/g, '')
      .split(',')
      .some((tag) => own.has(tag)),
  );
}

function numericFilters(text: string): ((time: number) => boolean)[] | null {
  const tests = text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [, sign, digits] = /^created_at_i(<=|>=|<|>|=)(\d+)$/.exec(part) ?? [];
      if (sign === undefined) return null;
      const second = Number(digits);
      const by: Record<string, (time: number) => boolean> = { '<': (t) => t < second, '>': (t) => t > second, '<=': (t) => t <= second, '>=': (t) => t >= second, '=': (t) => t === second }; // prettier-ignore
      return by[sign]!;
    });
  return tests.some((one) => one === null) ? null : tests.flatMap((one) => one ?? []);
}

/** In the names of the search, with the parts that it adds for showing. */
function hitOf(item: HnItem): Record<string, unknown> {
  const common = { created_at: new Date(item.time * 1000).toISOString().replace('.000', ''), created_at_i: item.time, author: item.by, objectID: String(item.id), updated_at: '2026-11-22T00:00:00Z' }; // prettier-ignore
  const tags = [item.type, `author_${item.by}`, `story_${item.story}`];
  if (item.type === 'comment') {
    return { ...common, comment_text: item.text, story_id: item.story, story_title: 'A story', parent_id: item.parent, points: null, _tags: tags, _highlightResult: { comment_text: { value: item.text, matchLevel: 'full' } } }; // prettier-ignore
  }
  return { ...common, title: item.title, url: item.url, story_text: item.text, points: item.score ?? 1, num_comments: 0, story_id: item.id, _tags: tags }; // prettier-ignore
}
