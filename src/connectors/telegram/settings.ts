/** What an administrator sets to listen to and answer in groups and channels of Telegram. */
import { z } from 'zod';

/** Source: Telegram Bot API, "Authorizing your bot": `<id>:<35 letters, digits, - or _>`; the length is not promised. */
const TOKEN = /^\d{1,20}:[\w-]{20,100}$/;
/** A public name, or an id; ids of groups and channels are negative. */
const CHAT = /^(@[A-Za-z]\w{3,31}|-?\d{1,16})$/;

export const TelegramSettings = z
  .object({
    token: z.string().trim().regex(TOKEN, 'is not a token of a bot: it looks like 123456:ABC-DEF').meta({
      title: 'Bot token',
      description: 'From @BotFather. The bot must be a member of the groups, and an administrator of the channels.',
      secret: true,
    }),
    chats: z
      .array(z.string().trim().regex(CHAT, 'is neither @name nor the id of a chat'))
      .max(200)
      .optional()
      .meta({ title: 'Groups and channels', description: 'By @name or id. Left empty: all that the bot is in.' }),
    privateMessages: z.boolean().default(false).meta({
      title: 'Private messages to the bot',
      description: 'Also hears what people write to the bot alone. They are not public.',
    }),
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional()
      .meta({
        advanced: true,
        title: 'Address of the API',
        description: 'Only for a Bot API server of your own. An inward host must be allowed by EARSHOT_ALLOWED_HOSTS.',
        sendsSecrets: true,
      }),
  })
  .strict();
export type TelegramSettings = z.infer<typeof TelegramSettings>;
