/** Puts what people say of mentions onto the mentions, and onto the cases they opened. */
import type { Correction } from '#libs/contracts/http/analyse.js';
import { writeCorrections } from '../database/case-corrections.js';
import type { Tx } from '../database/database.js';

/** A correction of a mention, ready to be stored. */
export type MentionCorrection = Omit<Correction, 'mentionId' | 'text' | 'relevance'> & { mentionId: string; relevance?: number };

/** `c` holds what is said. A label set by hand speaks for itself: its reasons go, and the score moves to the side of the label. */
const CHANGE_MENTIONS = `
  with c as (
    select * from jsonb_to_recordset($1::jsonb) as r("mentionId" bigint, sentiment text, intent text, urgency real, relevance real)),
  score as (
    select c.*, case c.sentiment when 'negative' then least(m.sentiment_score, -0.5) when 'positive' then greatest(m.sentiment_score, 0.5)
      when 'neutral' then 0 else m.sentiment_score end as tone
    from c join mention m on m.id = c."mentionId")
  update mention m set
    sentiment = coalesce(c.sentiment, m.sentiment), sentiment_score = c.tone, intent = coalesce(c.intent, m.intent),
    urgency = coalesce(c.urgency, m.urgency), state = case when c.relevance = 0 then 'not-ours' when c.relevance = 1 then 'heard' else m.state end,
    scores = m.scores
      || case when c.sentiment is null then '{}' else jsonb_build_object('sentiment', jsonb_build_object('score', c.tone, 'label', c.sentiment, 'reasons', $2::jsonb)) end
      || case when c.intent is null then '{}' else jsonb_build_object('intent', jsonb_build_object('label', c.intent, 'confidence', 1, 'reasons', $2::jsonb)) end
      || case when c.urgency is null then '{}' else jsonb_build_object('urgency', jsonb_build_object('score', c.urgency, 'reasons', $2::jsonb)) end
  from score c where m.id = c."mentionId"`;

/** A case is labelled as the post that opened it. */
const CHANGE_CASES = `
  update desk_case d set sentiment = m.sentiment, sentiment_score = m.sentiment_score, intent = m.intent, urgency = m.urgency
  from mention m
  where m.id = any($1::bigint[]) and d.id = m.case_id and m.id = (select min(id) from mention where case_id = d.id)`;

const BY_HAND = JSON.stringify([{ code: 'corrected', words: '', weight: 1 }]);

/** @param corrections in their order; the last one of a mention holds */
export async function applyCorrections(tx: Tx, at: Date, personId: string, corrections: MentionCorrection[]): Promise<void> {
  if (corrections.length === 0) return;
  const last = new Map<string, MentionCorrection>();
  for (const { mentionId, ...said } of corrections) last.set(mentionId, { ...last.get(mentionId), ...said, mentionId });
  await tx.query(CHANGE_MENTIONS, [JSON.stringify([...last.values()]), BY_HAND]);
  await tx.query(CHANGE_CASES, [[...last.keys()]]);
  const lines = [...last.values()].map(({ mentionId, ...data }) => ({ mentionId, data }));
  await writeCorrections(tx, at, personId, lines);
}
