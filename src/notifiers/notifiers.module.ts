/** Ways to tell people outside the desk. */
import { Module } from '@nestjs/common';
import { SendHook } from './send-hook.js';
import { SendMail } from './send-mail.js';
import { SendPush } from './send-push.js';

@Module({ providers: [SendMail, SendHook, SendPush], exports: [SendMail, SendHook, SendPush] })
export class NotifiersModule {}
