/** How a source fares, from all that is known of it. */
import type { SourceView } from '#libs/contracts/views/source.js';
import { HealthMark } from '../../components/health-mark.js';

export function SourceMark({ source }: { source: SourceView }) {
  const { health, healthReason, lastPolledAt, lastNotes, lastMessage } = source;
  return <HealthMark health={health} reason={healthReason} heardAt={lastPolledAt} notes={lastNotes} message={lastMessage} />;
}
