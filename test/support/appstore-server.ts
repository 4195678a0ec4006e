/** The reviews of an app in some countries' App Stores on this machine: pages of fifty, ten at most, one review as an object. */
import { JsonServer, type Answered, type AskedFor } from './json-server.js';

export interface Review {
  id: string;
  country: string;
  name: string;
  authorId: string;
  rating: number;
  title: string;
  text: string;
  version: string;
  /** Of its newest version. */
  updated: Date;
}

const PER_PAGE = 50;
const MOST_PAGES = 10;

export class AppStoreServer {
  readonly reviews: Review[] = [];
  /** Entries as they are, before the reviews of every country. */
  readonly odd: unknown[] = [];
  /** Begins the first page with an entry about the app, as some answers do. */
  aboutTheApp = false;
  /** Pages that are left empty though another follows. */
  readonly leftOut = new Set<number>();
  readonly server = new JsonServer((asked) => this.answer(asked));

  constructor(
    readonly appId: string,
    readonly now: () => Date,
  ) {}

  add(review: Partial<Review> = {}, secondsAgo = 0): Review {
    const number = this.reviews.length;
    const made: Review = { id: String(11_000_000_000 + number), country: 'tr', name: `Deniz ${number}`, authorId: String(700_000_000 + number), rating: 1 + (number % 5), title: 'Olmadı', text: `Kargom & faturam nerede? ${number}`, version: '8.0.9', updated: new Date(this.now().getTime() - secondsAgo * 1000), ...review }; // prettier-ignore
    this.reviews.push(made);
    return made;
  }

  private answer({ path }: AskedFor): Answered {
    const [, country, number, id] =
      /^\/([a-z]{2})\/rss\/customerreviews\/page=(\d+)\/id=(\d+)\/sortby=mostrecent\/json$/.exec(path) ?? [];
    if (country === undefined) return { status: 404, body: { errorMessage: 'not found' } };
    const page = Number(number);
    if (page < 1 || page > MOST_PAGES) return { status: 400, body: { error: 'CustomerReviews RSS page depth is limited to 10' } };
    const all = id === this.appId ? [...this.odd, ...this.entriesOf(country)] : [];
    const shown = this.leftOut.has(page) ? [] : all.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    const entries = this.aboutTheApp && page === 1 ? [ABOUT, ...shown] : shown;
    const entry = entries.length === 0 ? {} : { entry: entries.length === 1 ? entries[0] : entries };
    const author = { name: { label: 'iTunes Store' }, uri: { label: 'http://www.apple.com/itunes/' } };
    return { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: { feed: { author, ...entry, updated: { label: this.now().toISOString() } } } }; // prettier-ignore
  }

  private entriesOf(country: string): unknown[] {
    const here = this.reviews.filter((review) => review.country === country);
    return here.sort((a, b) => b.updated.getTime() - a.updated.getTime() || (a.id < b.id ? 1 : -1)).map(entryOf);
  }
}

const ABOUT = {
  'im:name': { label: 'Kargom' },
  id: { label: 'https://apps.apple.com/tr/app/id6443890123', attributes: { 'im:id': '6443890123' } },
};

function entryOf(review: Review): unknown {
  return {
    author: {
      uri: { label: `https://itunes.apple.com/${review.country}/reviews/id${review.authorId}` },
      name: { label: review.name },
      label: '',
    },
    updated: { label: review.updated.toISOString().replace(/\.\d+Z$/, '-00:00') },
    'im:rating': { label: String(review.rating) },
    'im:version': { label: review.version },
    id: { label: review.id },
    title: { label: review.title },
    content: { label: review.text, attributes: { type: 'text' } },
    link: {
      attributes: { rel: 'related', href: `https://itunes.apple.com/${review.country}/review?id=1&type=Purple%20Software` },
    },
    'im:voteSum': { label: '0' },
    'im:contentType': { attributes: { term: 'Application', label: 'Application' } },
    'im:voteCount': { label: '0' },
  };
}
