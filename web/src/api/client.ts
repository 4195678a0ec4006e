/** The one way from the page to the desk: JSON over HTTP, errors as problem documents. */
import type { Problem } from '#libs/contracts/error-codes.js';

/** An answer that is not a success. `problem.code` is stable (`offline` is ours: the desk was not reached); its words are in the translation files. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiError';
  }
}

/** What is said where the desk does not answer. */
export const UNREACHED = new ApiError({ type: 'about:blank', title: 'The desk cannot be reached', status: 0, code: 'offline' });

/** What is said of a thing that a list, read whole, does not hold. */
export const GONE = new ApiError({ type: 'about:blank', title: 'There is no such thing here', status: 404, code: 'not-found' });

export type Query = Record<string, string | number | boolean | null | undefined>;
interface Options {
  query?: Query;
  body?: unknown;
  file?: Blob;
  signal?: AbortSignal;
}

type Listener<T> = (value: T) => void;
const signedOut = new Set<Listener<void>>();
const serverDates = new Set<Listener<number>>();

/** Calls `listener` when the desk says that nobody is signed in. Returns how to stop. */
export function onSignedOut(listener: Listener<void>): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/** Calls `listener` with the server's time in ms, read from the answers' Date header. Returns how to stop. */
export function onServerDate(listener: Listener<number>): () => void {
  serverDates.add(listener);
  return () => serverDates.delete(listener);
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> => call<T>('GET', path, { query, signal });
export const post = <T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> =>
  call<T>('POST', path, { body: body ?? {}, signal });
export const patch = <T>(path: string, body: unknown): Promise<T> => call<T>('PATCH', path, { body });
export const put = <T>(path: string, body: unknown): Promise<T> => call<T>('PUT', path, { body });
/** Sends a file as it is. */
export const upload = <T>(path: string, file: Blob): Promise<T> => call<T>('POST', path, { file });
export const del = <T>(path: string): Promise<T> => call<T>('DELETE', path, {});

async function call<T>(method: string, path: string, { query, body, file, signal }: Options): Promise<T> {
  const answer = await reach(`/api/v1${path}${toSearch(query)}`, {
    method,
    signal,
    credentials: 'same-origin',
    headers:
      body === undefined ? { accept: 'application/json' } : { accept: 'application/json', 'content-type': 'application/json' },
    body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
  });
  const date = Date.parse(answer.headers.get('date') ?? '');
  if (!Number.isNaN(date)) serverDates.forEach((tell) => tell(date));
  if (!answer.ok) throw await toError(answer, path);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw UNREACHED;
  }
}

async function toError(answer: Response, path: string): Promise<ApiError> {
  const given = (await answer.json().catch(() => null)) as Partial<Problem> | null;
  const code = typeof given?.code === 'string' ? given.code : answer.status === 503 ? 'database-away' : 'internal';
  if (answer.status === 401 && code === 'sign-in-required' && path !== '/me') signedOut.forEach((tell) => tell());
  return new ApiError({ type: 'about:blank', title: answer.statusText, ...given, status: answer.status, code });
}

function toSearch(query: Query | undefined): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  const text = search.toString();
  return text ? `?${text}` : '';
}
