/** What a translator is, and the two that are known. Each is asked as its published description says. */
import { z } from 'zod';
import type { TranslationProvider } from '#libs/contracts/http/translation.js';
import type { SafeHttp, SafeResponse } from '../../platform/outbound/safe-http.js';

const PATIENCE_MS = 15_000;
const MOST_BYTES = 1_000_000;

export interface AskedTranslation {
  url: string;
  key: string | null;
  text: string;
  /** ISO 639 code. */
  to: string;
}

export interface ProviderAnswer {
  text: string;
  from: string | null;
}

/** The provider answered, and the answer is no, or none that can be read. Its message is for people. */
export class ProviderRefused extends Error {}

type Ask = (http: SafeHttp, asked: AskedTranslation) => Promise<ProviderAnswer>;

export const PROVIDERS: Record<TranslationProvider, Ask> = { libretranslate: libreTranslate, deepl: deepL };

const Libre = z.object({ translatedText: z.string(), detectedLanguage: z.object({ language: z.string() }).optional() });

/** Source: LibreTranslate API, POST /translate. */
async function libreTranslate(http: SafeHttp, { url, key, text, to }: AskedTranslation): Promise<ProviderAnswer> {
  const body = { q: text, source: 'auto', target: to, format: 'text', ...(key && { api_key: key }) };
  const { translatedText, detectedLanguage } = read(Libre, await post(http, `${base(url)}/translate`, body));
  return { text: translatedText, from: detectedLanguage?.language ?? null };
}

const DeepL = z.object({
  translations: z.array(z.object({ text: z.string(), detected_source_language: z.string().optional() })).min(1),
});
/** As a target these two need their country. Source: DeepL API, "Supported languages". */
const DEEPL_TARGETS: Record<string, string> = { en: 'EN-GB', pt: 'PT-PT' };

/** Source: DeepL API, POST /v2/translate. */
async function deepL(http: SafeHttp, { url, key, text, to }: AskedTranslation): Promise<ProviderAnswer> {
  const body = { text: [text], target_lang: DEEPL_TARGETS[to] ?? to.toUpperCase() };
  const answer = await post(http, `${base(url)}/v2/translate`, body, { authorization: `DeepL-Auth-Key ${key ?? ''}` });
  const [first] = read(DeepL, answer).translations;
  return { text: first?.text ?? '', from: first?.detected_source_language?.toLowerCase() ?? null };
}

const base = (url: string) => url.replace(/\/+$/, '');

function post(http: SafeHttp, url: string, body: object, headers: Record<string, string> = {}): Promise<SafeResponse> {
  return http.request({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
    timeoutMs: PATIENCE_MS,
    maxBytes: MOST_BYTES,
    // The key goes nowhere else.
    maxRedirects: 0,
  });
}

/** DeepL says 456 when the month is used up. Source: DeepL API, "Error handling". */
const WHY: Record<number, string> = {
  401: 'it does not accept the key',
  403: 'it does not accept the key',
  429: 'it asks us to wait',
  456: 'the texts of this month are used up',
};

function read<T>(shape: z.ZodType<T>, { status, body }: SafeResponse): T {
  if (status < 200 || status > 299) throw new ProviderRefused(WHY[status] ?? `it answered ${status}`);
  const found = shape.safeParse(parsed(body));
  if (!found.success) throw new ProviderRefused('its answer cannot be read');
  return found.data;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
