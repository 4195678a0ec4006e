/** What an administrator sets to hear a mailbox, and to answer from it. */
import { z } from 'zod';
import type { OwnAccount } from '../connector-context.js';

const HOST = /^[A-Za-z0-9.[\]:-]{1,253}$/;
const host = () => z.string().trim().regex(HOST, 'is not the name of a server');
const port = (standard: number) => z.int().min(1).max(65_535).default(standard);
/** How a connection is kept from listeners. `none` only where an administrator has named the server. */
const SECURITY = ['tls', 'starttls', 'none'] as const;

export const EmailSettings = z
  .object({
    host: host().meta({ title: 'Mail server (IMAP)', description: 'Its name, such as imap.example.com.', sendsSecrets: true }),
    port: port(993).meta({ title: 'Port', description: '993 for TLS, 143 for STARTTLS.' }),
    security: z
      .enum(SECURITY)
      .default('tls')
      .meta({ title: 'Encryption', description: 'None only for a server inside, named in EARSHOT_ALLOWED_HOSTS.' }),
    user: z.string().trim().min(1).max(320).meta({ title: 'User name', description: 'Mostly the address itself.' }),
    password: z
      .string()
      .min(1)
      .max(1000)
      .meta({ title: 'Password', description: 'An app password where the provider wants one.', secret: true }),
    folder: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .default('INBOX')
      .meta({ title: 'Folder', description: 'That is read; nothing in it is changed.' }),
    address: z
      .email()
      .max(320)
      .optional()
      .meta({ title: 'Our address', description: 'Answers come from it, and what it sends is never a mention.' }),
    senderName: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .meta({ title: 'Our name', description: 'Stands beside the address in answers.' }),
    smtpHost: host()
      .optional()
      .meta({ title: 'Outgoing server (SMTP)', description: 'Without it nothing can be answered.', sendsSecrets: true }),
    smtpPort: port(465).meta({ title: 'Outgoing port', description: '465 for TLS, 587 for STARTTLS.' }),
    smtpSecurity: z.enum(SECURITY).default('tls').meta({ title: 'Outgoing encryption', description: 'As above.' }),
    lookBackHours: z.int().min(1).max(720).default(24).meta({
      advanced: true,
      title: 'Hours to look back at first',
      description: 'How old a mail may be when this source is new.',
    }),
    authority: z
      .string()
      .trim()
      .max(20_000)
      .regex(/^-----BEGIN CERTIFICATE-----/, 'is not a certificate in PEM form')
      .optional()
      .meta({
        advanced: true,
        title: 'Certificate',
        description: 'Only for a server with a certificate of its own: that certificate or its authority, as PEM.',
      }),
  })
  .strict()
  .refine((s) => s.smtpHost === undefined || s.address !== undefined, { path: ['address'], message: 'is needed to answer' });
export type EmailSettings = z.infer<typeof EmailSettings>;

/** @returns the mailbox as whom we act; null when it only listens and nobody said */
export function accountOf({ address }: EmailSettings): OwnAccount | null {
  return address === undefined ? null : { handle: address.toLowerCase(), externalId: null };
}
