/** The delicate matters that are looked for in posts. */
export const DELICATE_TOPICS = ['bereavement', 'injury', 'minors', 'disaster', 'sarcasm', 'bot'] as const;
export type DelicateTopic = (typeof DELICATE_TOPICS)[number];
