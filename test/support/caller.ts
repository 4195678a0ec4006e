/** Calls the desk's API as somebody: signed in by cookie, by a token, or as nobody. */

export interface Called<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: T;
}

export class Caller {
  /** @param url of the desk @param headers that say who asks */
  constructor(
    private readonly url: string,
    readonly headers: Record<string, string> = {},
  ) {}

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Called<T>> {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...json, ...this.headers, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: (text === '' ? null : JSON.parse(text)) as T };
  }

  get<T = Record<string, unknown>>(path: string): Promise<Called<T>> {
    return this.call<T>('GET', path);
  }

  post<T = Record<string, unknown>>(path: string, body?: unknown): Promise<Called<T>> {
    return this.call<T>('POST', path, body);
  }

  patch<T = Record<string, unknown>>(path: string, body: unknown): Promise<Called<T>> {
    return this.call<T>('PATCH', path, body);
  }

  /** @returns a caller with the cookie of a new session */
  async signedIn(email: string, password: string): Promise<Caller> {
    const answer = await this.post('/session', { email, password });
    if (answer.status !== 200) throw new Error(`Signing in as ${email} answered ${answer.status}`);
    return new Caller(this.url, { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' });
  }

  withToken(token: string): Caller {
    return new Caller(this.url, { authorization: `Bearer ${token}` });
  }
}
