/** Every setting of the program, read once from the environment. The only place that reads process.env. */
import path from 'node:path';
import { z } from 'zod';

const flag = z.enum(['true', 'false', '1', '0', '']).transform((v) => v === 'true' || v === '1');
const list = z.string().transform((v) => v.split(',').map((x) => x.trim()).filter(Boolean)); // prettier-ignore

/** Each setting with its default and what it is for; .env.example is compared with it by a test. */
export const SETTINGS = {
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('TCP port to listen on; 0 takes a free one'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional().describe('PostgreSQL to use; unset: an embedded server under EARSHOT_DATA_DIR'), // prettier-ignore
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12).describe('Database connections of this process'),
  EARSHOT_DATA_DIR: z.string().min(1).default('data').transform((d) => path.resolve(d)).describe('Folder of the embedded server and of files'), // prettier-ignore
  EARSHOT_ADMIN_EMAIL: z.email().optional().describe('First administrator; read at first start only'),
  EARSHOT_ADMIN_PASSWORD: z.string().min(10).max(1024).optional().describe('Password of the first administrator; unset: one is made and printed once'), // prettier-ignore
  EARSHOT_KEY: z.string().regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits').optional().describe('Key that encrypts credentials; unset: one is made in EARSHOT_DATA_DIR'), // prettier-ignore
  EARSHOT_ALLOWED_HOSTS: list.default([]).describe('Inward hosts (host or host:port, by comma) that sources may be fetched from'),
  EARSHOT_SECURE_COOKIES: flag.default(false).describe('true when people reach the desk by https'),
  EARSHOT_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0).describe('Reverse proxies in front whose X-Forwarded-For is believed'), // prettier-ignore
  EARSHOT_ORIGINS: list.default([]).describe('Further origins (by comma) from which the page may be used'),
  EARSHOT_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where people reach the desk, for links in notices'),
  EARSHOT_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional().describe('Mail server for notices: smtp(s)://user:password@host:port; unset: no e-mail'), // prettier-ignore
  EARSHOT_MAIL_FROM: z.string().min(3).default('Earshot <earshot@localhost>').describe('Sender of e-mails'),
  EARSHOT_DEMO: flag.default(false).describe('true: invented data, marked as such (npm run demo sets it)'),
  ROLES: z.string().default('api,worker').transform((v) => v.split(',').map((x) => x.trim())).pipe(z.array(z.enum(['api', 'worker'])).min(1)).describe('What this process does: api, worker or both'), // prettier-ignore
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('How much is logged'),
  CRASH_AT: z.string().optional().describe('For fault tests: the named step at which the process kills itself'),
} as const;

const Settings = z.object(SETTINGS);
export type Settings = z.infer<typeof Settings>;

/** Thrown at start-up when settings are bad; names every one of them. */
export class BadSettings extends Error {}

/**
 * @param env usually process.env; an empty value counts as unset
 * @returns the settings
 * @throws BadSettings listing every bad setting by name
 */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(Object.keys(SETTINGS).flatMap((k) => (env[k] ? [[k, env[k]]] : [])));
  const read = Settings.safeParse(given);
  if (read.success) return read.data;
  throw new BadSettings(`Bad settings:\n${read.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`).join('\n')}`);
}

/** @returns the environment for a program that is not Node: without what src/start.mjs sets for Node's use of memory */
export function environmentForOthers(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MALLOC_')));
}

/** Token under which the settings are provided. */
export const SETTINGS_TOKEN = Symbol('settings');
