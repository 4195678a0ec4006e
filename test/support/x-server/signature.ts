/** Checks OAuth 1.0a (RFC 5849, section 3.4): the request must be signed with our keys for the address of the real API. */
import { createHmac } from 'node:crypto';
import type { Asked } from './refusal.js';

const API = 'https://api.x.com';

export function signatureFits(
  header: string,
  asked: Asked,
  keys: { appKey: string; appSecret: string; accessToken: string; accessSecret: string },
): boolean {
  const given = new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map((found) => [found[1]!, decodeURIComponent(found[2]!)]));
  if (given.get('oauth_consumer_key') !== keys.appKey || given.get('oauth_token') !== keys.accessToken) return false;
  const signature = given.get('oauth_signature');
  given.delete('oauth_signature');
  const parameters = [...given, ...asked.query]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const base = [asked.method, encoded(`${API}${asked.path}`), encoded(parameters)].join('&');
  const key = `${encoded(keys.appSecret)}&${encoded(keys.accessSecret)}`;
  return createHmac('sha1', key).update(base).digest('base64') === signature;
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
