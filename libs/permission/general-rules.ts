/** What holds on every network: when a machine keeps silent, and when nobody writes. Every one that applies is named. */
import type { MessageKind } from '#libs/contracts/permission.js';
import type { Fact } from './facts.js';
import { AUTOMATIC, EVERY, PRIVATE, type Citation, type PermissionRule } from './rule.js';

const house = (text: string): Citation => ({ text, where: 'Rule of the house', checked: '2026-11' });

const CARE = house(
  'Never by machine where somebody suffers, is in danger, or is a child: a robot’s answer to a tragedy is worse than silence.',
);
const WAY_TO_A_PERSON = house(
  'Automate, but always leave a way to a person; who asks for one gets one, and “stop” is honoured at once.',
);

const silent = (
  fact: Fact,
  source: Citation,
  verdict: PermissionRule['verdict'] = 'by-a-person',
  kinds: readonly MessageKind[] = AUTOMATIC,
): PermissionRule => ({ id: `general.${fact}`, kinds, all: [fact], verdict, reason: fact, source });

/** All that apply count; the strictest decides, of equals the first. */
export const GENERAL_RULES: readonly PermissionRule[] = [
  silent('own-account', house('Nobody answers themselves.'), 'never', EVERY),
  silent('deleted', house('What its author took back is not answered in public.'), 'never', EVERY),
  silent('bot', house('Two machines that answer each other never end.'), 'never'),
  silent('repost', house('The original is what needs an answer, not who passed it on.'), 'never'),
  silent('said-stop', WAY_TO_A_PERSON, 'never', [...AUTOMATIC, ...PRIVATE]),
  silent('self-harm', CARE),
  silent('bereavement', CARE),
  silent('injury', CARE),
  silent('emergency', CARE),
  silent('threat', CARE),
  silent('minors', CARE),
  silent('disaster', CARE),
  silent('wants-person', WAY_TO_A_PERSON),
  silent('press', house('The press is answered by whoever may speak for the firm.')),
  silent('vip', house('Who reaches very many, or is on the list, is answered by a person.')),
  silent('sarcasm', house('Thanking for sarcasm makes a second story of it.')),
  silent('low-confidence', house('What the scorer is unsure of is read by a person first.')),
  silent('automated-in-thread', house('One automatic answer in a conversation: the second would be a robot’s persistence.')),
  silent('old', house('“We have just seen this” under an old post is not true.')),
  silent('late', house('What we heard late is explained by a person, not acknowledged by a machine.')),
];
