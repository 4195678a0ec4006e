/** Tells a person by e-mail, through the mail server of the settings. */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { NOTICE_PROBLEMS } from '#libs/contracts/notice-problems.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import type { NoticeResult, OutgoingNotice } from './notifier.js';

const PATIENCE_MS = 10_000;

@Injectable()
export class SendMail implements OnModuleDestroy {
  private transport: Transporter | undefined;

  constructor(@Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'EARSHOT_SMTP_URL' | 'EARSHOT_MAIL_FROM'>) {}

  /** Whether the desk has a mail server. */
  get ready(): boolean {
    return this.settings.EARSHOT_SMTP_URL !== undefined;
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  /** @param to the person's address */
  async send(notice: OutgoingNotice, to: string): Promise<NoticeResult> {
    if (!this.ready) return { outcome: 'refused', reason: NOTICE_PROBLEMS['no-mail-server'] };
    const from = this.settings.EARSHOT_MAIL_FROM;
    try {
      const sent = await (
        await this.open()
      ).sendMail({
        from,
        to,
        subject: notice.subject,
        text: notice.body,
        date: notice.at,
        messageId: `<${notice.key}@${from.slice(from.lastIndexOf('@') + 1).replace(/>.*$/, '')}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { outcome: 'sent', receipt: sent.response ?? 'taken' };
    } catch (error) {
      const { responseCode, message } = error as { responseCode?: number; message: string };
      // RFC 5321: 5xx is for good, 4xx and silence are for now; a refused sign-in (530, 535) is the desk's fault and may be mended.
      const forGood = responseCode !== undefined && responseCode >= 550 && responseCode < 600;
      return { outcome: forGood ? 'refused' : 'later', reason: message };
    }
  }

  /** Loaded at the first notice: a desk without mail never holds it in memory. */
  private async open(): Promise<Transporter> {
    if (this.transport) return this.transport;
    const { createTransport } = await import('nodemailer');
    const url = new URL(this.settings.EARSHOT_SMTP_URL ?? '');
    this.transport = createTransport({
      host: url.hostname,
      port: Number(url.port || (url.protocol === 'smtps:' ? 465 : 587)),
      secure: url.protocol === 'smtps:',
      auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined,
      pool: true,
      maxConnections: 2,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
    return this.transport;
  }
}
