import { describe, expect, it } from '@jest/globals';
import { OutboundError, type SafeRequest, type SafeResponse } from '../../platform/outbound/safe-http.js';
import { webhookReplies } from './replies.js';
import { fits } from './signature.js';

const settings = { secret: 'a long enough secret', replyUrl: 'https://shop.example/replies' };
const reply = {
  text: 'Bakıyoruz',
  visibility: 'public' as const,
  idempotencyKey: 'k1',
  inReplyTo: { externalId: '7', url: null, authorHandle: 'deniz' },
  firstAttemptAt: null,
};

async function sendTo(answer: Partial<SafeResponse> | OutboundError, asked: SafeRequest[] = []) {
  const http = {
    request: async (request: SafeRequest) => {
      asked.push(request);
      if (answer instanceof OutboundError) throw answer;
      return { status: 200, headers: {}, body: Buffer.alloc(0), url: request.url, movedTo: null, ...answer };
    },
  };
  return webhookReplies.send({ settings, http, now: () => new Date(0), signal: new AbortController().signal }, reply);
}

describe('replies of a webhook source', () => {
  it('need an address', () => {
    expect(webhookReplies.unavailable({ secret: settings.secret })).toBe('no-reply-url');
    expect(webhookReplies.unavailable(settings)).toBeNull();
  });

  it('go out signed and with their key, and follow no redirect', async () => {
    const asked: SafeRequest[] = [];
    expect(await sendTo({ body: Buffer.from('{"externalId":"r9","url":"https://shop.example/r9"}') }, asked)).toEqual({
      outcome: 'sent',
      externalId: 'r9',
      url: 'https://shop.example/r9',
    });
    const [request] = asked;
    expect(request).toMatchObject({ method: 'POST', maxRedirects: 0, headers: { 'idempotency-key': 'k1' } });
    expect(fits(settings.secret, Buffer.from(String(request?.body)), request?.headers?.['x-earshot-signature'])).toBe(true);
    expect(JSON.parse(String(request?.body))).toEqual({
      idempotencyKey: 'k1',
      text: 'Bakıyoruz',
      inReplyTo: reply.inReplyTo,
      visibility: 'public',
    });
  });

  it.each([
    [{ status: 204 }, { outcome: 'sent', externalId: 'webhook:k1', url: null }],
    [
      { status: 429, headers: { 'retry-after': '7' } },
      { outcome: 'later', retryAfterSeconds: 7 },
    ],
    [{ status: 503 }, { outcome: 'later', retryAfterSeconds: 60 }],
    [{ status: 500 }, { outcome: 'unknown' }],
    [{ status: 302 }, { outcome: 'refused' }],
    [{ status: 410 }, { outcome: 'refused' }],
    [new OutboundError('timeout', 'too slow'), { outcome: 'unknown', reason: 'too slow' }],
    [new OutboundError('forbidden-address', 'inward'), { outcome: 'refused', reason: 'inward' }],
  ])('%j ends as %j', async (answer, result) => expect(await sendTo(answer)).toMatchObject(result));
});
