/** Why a notice was not given, or not yet, in the desk's own words. What a network or a mail server answered is told as it came, and stands on no list. */
export const NOTICE_PROBLEMS = {
  'taken-on': 'somebody has it',
  'quiet-hours': 'quiet hours',
  'person-left': 'the person has left',
  'person-gone': 'the person is gone',
  'no-email': 'the person wants no e-mail',
  'no-webhook': 'the person wants no webhook',
  'no-push': 'the person wants no push',
  'webhook-unset': 'the person has set no webhook',
  'address-gone': 'the address is gone',
  'no-mail-server': 'the desk has no mail server (EARSHOT_SMTP_URL)',
  'no-browser': 'no browser of the person takes notices',
  'browser-withdrew': 'the browser has withdrawn its subscription',
} as const;

export type NoticeProblem = keyof typeof NOTICE_PROBLEMS;

const CODES = new Map<string, NoticeProblem>(
  Object.entries(NOTICE_PROBLEMS).map(([code, words]) => [words, code as NoticeProblem]),
);

/** @param problem of a notice, as the API tells it @returns its code; undefined for what somebody else answered */
export function noticeProblemOf(problem: string): NoticeProblem | undefined {
  return CODES.get(problem);
}
