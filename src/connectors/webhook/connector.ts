/** A source that other programs call: signed deliveries of posts in, signed replies out. */
import { defineConnector } from '../connector.js';
import { note, works } from '../explained.js';
import { receivePosts } from './receive.js';
import { webhookReplies } from './replies.js';
import { WebhookSettings } from './settings.js';
import { isGenuine } from './signature.js';

export const webhookConnector = defineConnector<WebhookSettings>({
  kind: 'webhook',
  capabilities: {
    listens: ['called'],
    tells: ['thread', 'language', 'followers'],
    reachesBack: 'nothing: the caller may deliver again',
    answersPrivately: true,
    testedAgainst: 'signed deliveries and a local receiver of replies',
  },
  settings: WebhookSettings,
  defaultIntervalSeconds: 3600,
  verify: (body, headers, settings, now) => isGenuine(settings.secret, body, headers, now),
  receive: (body, context) => receivePosts(body, context),
  replies: webhookReplies,
  test: async ({ settings }) =>
    works([note('webhook-ready'), note(settings.replyUrl === undefined ? 'webhook-no-answers' : 'webhook-answers')], []),
});
