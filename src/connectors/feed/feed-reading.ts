/** What is read from a feed before it becomes posts: one shape for RSS, Atom, RDF and JSON Feed. */
import { noteInEnglish, type Note } from '#libs/contracts/notes.js';

/** Text as the feed gave it; `loose` is the RSS title, which is plain text to some and HTML to others. */
export interface RichText {
  value: string;
  kind: 'text' | 'html' | 'loose';
  /** What relative links inside it are relative to. */
  base: string | null;
}

export interface FeedAuthor {
  name: string | null;
  email: string | null;
  url: string | null;
}

export interface FeedEntry {
  /** Place in the feed, from 0. */
  index: number;
  id: string | null;
  /** Absolute where the feed's own address is known. */
  link: string | null;
  title: RichText | null;
  /** The fullest text of the entry. */
  body: RichText | null;
  /** A shorter text beside the body, where the feed has both. */
  summary: RichText | null;
  author: FeedAuthor | null;
  /** As written; read by dates.ts. */
  published: string | null;
  updated: string | null;
  lang: string | null;
  /** Id and page of what this entry answers (RFC 4685). */
  inReplyTo: { id: string | null; page: string | null } | null;
  /** Who published what an alert or a planet points to. */
  sourceName: string | null;
  categories: string[];
  media: string[];
  /** The raw entry, cut, for whoever wants to know why it was refused. */
  excerpt: () => string;
}

export interface FeedReading {
  title: string | null;
  link: string | null;
  lang: string | null;
  author: FeedAuthor | null;
  entries: FeedEntry[];
  /** Entries that could not be read at all. */
  unread: { index: number; reason: string; excerpt: string }[];
  /** The document ended before it was whole. */
  truncated: boolean;
  warnings: Note[];
  pace: FeedPace;
}

/** How often the feed wishes to be asked: minutes to wait, and hours (0–23, GMT) and days (0 = Sunday) of rest. */
export interface FeedPace {
  ttlMinutes: number | null;
  skipHours: number[];
  skipDays: number[];
}

/** Thrown when there is no feed to read; `challenge` is a page that wants a browser, a person or a password. */
export class NotAFeed extends Error {
  constructor(
    readonly kind: 'not-a-feed' | 'challenge',
    readonly why: Note,
    /** A feed that a web page names. */
    readonly offered: Note | null = null,
  ) {
    super(noteInEnglish(why));
  }
}
