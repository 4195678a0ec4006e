/** The accounts and posts that the local instance knows; everything in it is invented. */

export interface MastodonUser {
  id: string;
  acct: string;
  followers: number;
  bot: boolean;
}

export interface MastodonPost {
  id: string;
  account: MastodonUser;
  content: string;
  createdAt: Date;
  editedAt: Date | null;
  visibility: string;
  language: string | null;
  inReplyTo: string | null;
  spoiler: string;
  more: Record<string, unknown>;
}

export interface NewPost extends Partial<Omit<MastodonPost, 'id' | 'account' | 'content'>> {
  /** When it was written, if it came from another server later than that. */
  writtenAt?: Date;
}

export class MastodonWorld {
  readonly users: MastodonUser[] = [];
  readonly posts: MastodonPost[] = [];
  /** Mentions of our account, in the order of arrival. */
  readonly notifications: { id: string; post: MastodonPost }[] = [];
  /** Told of everything that becomes of a post. */
  changed: (post: MastodonPost, event: 'update' | 'status.update' | 'delete') => void = () => undefined;
  private serial = 0;

  constructor(
    readonly now: () => Date,
    readonly domain: () => string,
  ) {}

  user(acct: string, more: Partial<MastodonUser> = {}): MastodonUser {
    const known = this.users.find((one) => one.acct === acct);
    if (known !== undefined) return known;
    const user = { id: String(1000 + this.users.length), acct, followers: 100, bot: false, ...more };
    this.users.push(user);
    return user;
  }

  /** @param html as instances give it */
  add(account: MastodonUser, html: string, { writtenAt, ...more }: NewPost = {}): MastodonPost {
    const createdAt = writtenAt ?? this.now();
    const post: MastodonPost = {
      id: this.idAt(createdAt),
      account,
      content: html,
      createdAt,
      editedAt: null,
      visibility: 'public',
      language: null,
      inReplyTo: null,
      spoiler: '',
      more: {},
      ...more,
    };
    this.posts.push(post);
    if (this.mentions(post, this.users[0]!)) this.notifications.push({ id: String(this.notifications.length + 1), post });
    this.changed(post, 'update');
    return post;
  }

  edit(id: string, html: string): MastodonPost {
    const post = this.find(id)!;
    Object.assign(post, { content: html, editedAt: new Date(Math.max(this.now().getTime(), post.createdAt.getTime() + 1)) });
    this.changed(post, 'status.update');
    return post;
  }

  remove(id: string): void {
    const at = this.posts.findIndex((post) => post.id === id);
    const [post] = at < 0 ? [] : this.posts.splice(at, 1);
    if (post !== undefined) this.changed(post, 'delete');
  }

  find(id: string): MastodonPost | undefined {
    return this.posts.find((post) => post.id === id);
  }

  mentions(post: MastodonPost, user: MastodonUser): boolean {
    if (post.account === user) return false;
    const parent = this.find(post.inReplyTo ?? '');
    return post.content.includes(`@<span>${user.acct}</span>`) || parent?.account === user;
  }

  /** @returns the newest first */
  newestFirst(posts = this.posts): MastodonPost[] {
    return [...posts].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  }

  /** As Mastodon: milliseconds, then sixteen bits that tell posts of one instant apart. */
  private idAt(time: Date): string {
    this.serial += 1;
    return String((BigInt(time.getTime()) << 16n) + BigInt(this.serial % 65_536));
  }
}
