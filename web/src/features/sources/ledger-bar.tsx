/** A stretch of time as a bar: when a source listened, heard badly, was blind, or off. Its words are beside it. */
import type { HealthLine } from '#libs/contracts/views/coverage.js';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';
import { useNow } from '../../live/server-clock.js';

interface Props {
  from: string;
  to: string;
  lines: readonly Pick<HealthLine, 'id' | 'state' | 'from' | 'to' | 'reason'>[];
  live: number | null;
}

export function LedgerBar({ from, to, lines, live }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const start = Date.parse(from);
  const length = Math.max(1, Date.parse(to) - start);
  const place = (at: string) => ((Math.min(Math.max(Date.parse(at), start), start + length) - start) / length) * 100;
  const words = t('coverage.bar', {
    from: format.when(from, now),
    to: format.when(to, now),
    live: live === null ? '–' : format.percentDown(live),
  });
  return (
    <div className="timebar" role="img" aria-label={words}>
      {lines.map((line) => {
        const left = place(line.from);
        const width = Math.max(place(line.to ?? to) - left, line.state === 'blind' ? 0.4 : 0);
        const until = line.to ? format.when(line.to, now) : t('coverage.goesOn');
        const why = line.reason ? ` · ${t(`healthReason.${line.reason}`)}` : '';
        const title = `${t(`coverage.state.${line.state}`)}${why} · ${format.when(line.from, now)} – ${until}`;
        return <i key={line.id} data-state={line.state} style={{ left: `${left}%`, width: `${width}%` }} title={title} />;
      })}
    </div>
  );
}
