/** Whether, how and by whom a customer may be answered where they wrote: the verdict, with the rules it follows from. */
import { z } from 'zod';

/** What is about to be said: an acknowledgement by machine or by hand, a public reply, a private one. */
export const MESSAGE_KINDS = ['automatic-acknowledgement', 'acknowledgement', 'reply', 'private-reply'] as const;
export const MessageKind = z.enum(MESSAGE_KINDS);
export type MessageKind = z.infer<typeof MessageKind>;

/** From the freest to the strictest. */
export const PERMISSION_VERDICTS = ['automatic', 'by-a-person', 'private-only', 'never'] as const;
export const PermissionVerdict = z.enum(PERMISSION_VERDICTS);
export type PermissionVerdict = z.infer<typeof PermissionVerdict>;

/** `desk`: the desk may send it. `own-network`: a person writes it on the network itself. */
export const PERMISSION_WAYS = ['desk', 'own-network'] as const;
export const PermissionWay = z.enum(PERMISSION_WAYS);
export type PermissionWay = z.infer<typeof PermissionWay>;

export const PermissionRuleView = z
  .object({
    rule: z.string().meta({ description: 'stable id of the rule, such as x.automation.mention-only' }),
    reason: z.string().meta({ description: 'translation key: permission.reason.<reason>' }),
    verdict: PermissionVerdict,
    source: z.object({ text: z.string(), where: z.string(), checked: z.string() }),
  })
  .meta({ id: 'PermissionRuleView' });
export type PermissionRuleView = z.infer<typeof PermissionRuleView>;

export const PermissionView = z
  .object({
    kind: MessageKind,
    verdict: PermissionVerdict,
    via: PermissionWay,
    rule: z.string(),
    reason: z.string(),
    because: z.array(PermissionRuleView).meta({ description: 'every rule that applies, the one that decides first' }),
    words: z.array(z.string()).meta({ description: 'words of the post that led to it' }),
  })
  .meta({ id: 'PermissionView' });
export type PermissionView = z.infer<typeof PermissionView>;
