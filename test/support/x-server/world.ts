/** The users and posts that the local X knows; everything in it is invented. */

/** Milliseconds before which X counted its ids another way: ids carry the time since then. */
const EPOCH = 1288834974657n;

export interface XUser {
  id: string;
  username: string;
  name: string;
  followers: number;
}

export interface XPost {
  id: string;
  author: XUser;
  text: string;
  /** The whole text of a long post; `text` is then its beginning. */
  note: string | null;
  createdAt: Date;
  /** When it shows up in timelines and searches. */
  visibleAt: Date;
  lang: string;
  conversationId: string;
  references: { type: 'replied_to' | 'quoted' | 'retweeted'; id: string }[];
  media: { key: string; url: string }[];
  links: { url: string; expanded: string }[];
  metrics: { reposts: number; replies: number; likes: number; quotes: number };
  /** Ids of its versions, oldest first. */
  history: string[];
  /** Shown nowhere any more. */
  withheld?: boolean;
}

export interface StreamRule {
  id: string;
  value: string;
  tag?: string;
}

export interface ComplianceJob {
  id: string;
  name: string | null;
  createdAt: Date;
  /** What was uploaded; null before. */
  ids: string[] | null;
  uploadedAt: Date | null;
  failed?: boolean;
}

export interface NewPost {
  author: XUser;
  text: string;
  note?: string;
  createdAt?: Date;
  visibleAt?: Date;
  lang?: string;
  inReplyTo?: string;
  quotes?: string;
  repostOf?: string;
  media?: { key: string; url: string }[];
  links?: { url: string; expanded: string }[];
  editOf?: string;
  id?: string;
}

export class XWorld {
  readonly users: XUser[] = [];
  readonly posts: XPost[] = [];
  streamRules: StreamRule[] = [];
  readonly jobs: ComplianceJob[] = [];
  /** Told of each new post. */
  onPost: (post: XPost) => void = () => undefined;
  private sequence = 0n;

  constructor(readonly now: () => Date) {}

  addUser(username: string, more: Partial<XUser> = {}): XUser {
    const user = { id: String(9_000_000 + this.users.length), username, name: username, followers: 100, ...more };
    this.users.push(user);
    return user;
  }

  addPost(wanted: NewPost): XPost {
    const createdAt = wanted.createdAt ?? this.now();
    const id = wanted.id ?? this.idAt(createdAt);
    const answered = wanted.inReplyTo === undefined ? undefined : this.find(wanted.inReplyTo);
    const post: XPost = {
      id,
      author: wanted.author,
      text: wanted.text,
      note: wanted.note ?? null,
      createdAt,
      visibleAt: wanted.visibleAt ?? createdAt,
      lang: wanted.lang ?? 'und',
      conversationId: answered?.conversationId ?? wanted.inReplyTo ?? id,
      references: references(wanted),
      media: wanted.media ?? [],
      links: wanted.links ?? [],
      metrics: { reposts: 0, replies: 0, likes: 0, quotes: 0 },
      history: [...(wanted.editOf === undefined ? [] : (this.find(wanted.editOf)?.history ?? [wanted.editOf])), id],
    };
    for (const id of post.history) {
      const version = this.find(id);
      if (version) version.history = post.history;
    }
    this.posts.push(post);
    this.posts.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
    this.onPost(post);
    return post;
  }

  nextRuleId(): string {
    this.sequence += 1n;
    return String(1_165_037_377_523_306_000n + this.sequence);
  }

  find(id: string): XPost | undefined {
    return this.posts.find((post) => post.id === id);
  }

  remove(id: string): void {
    const at = this.posts.findIndex((post) => post.id === id);
    if (at >= 0) this.posts.splice(at, 1);
  }

  /** @returns what can be seen by now, newest first */
  visible(): XPost[] {
    const now = this.now();
    return this.posts.filter((post) => post.visibleAt <= now);
  }

  /** Ids grow with time and are never equal. */
  private idAt(time: Date): string {
    this.sequence += 1n;
    return String(((BigInt(time.getTime()) - EPOCH) << 22n) + this.sequence);
  }
}

/** @returns the @names in a text, in lower case */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w@])@(\w{1,15})/g)].map((found) => found[1]!.toLowerCase());
}

function references(wanted: NewPost): XPost['references'] {
  const kinds = { replied_to: wanted.inReplyTo, quoted: wanted.quotes, retweeted: wanted.repostOf } as const;
  return Object.entries(kinds).flatMap(([type, id]) => (id === undefined ? [] : [{ type: type as keyof typeof kinds, id }]));
}
