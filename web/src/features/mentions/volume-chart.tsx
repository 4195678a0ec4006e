/** How much was heard on each of the last days, and how it was meant: bars that open their day, with the same as a table. */
import type { VolumeView } from '#libs/contracts/http/mentions.js';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVolume } from '../../api/mentions.js';
import { type Format, useFormat } from '../../components/format.js';
import type { MentionSearch } from '../../components/mention-search.js';
import { serverNow } from '../../live/server-clock.js';

type Day = VolumeView['days'][number];

const TONES = ['negative', 'neutral', 'positive'] as const;
/** Where bars are narrower than a finger or a pointer needs (24 px, WCAG 2.2, 2.5.8) they are only looked at; the table opens days as well. */
const TOO_NARROW = '(max-width: 1040px)';
/** A date stands under every so many bars. */
const DATED = 4;

export function VolumeChart({ search, onDay }: { search: MentionSearch; onDay: (day: string | undefined) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useVolume(search.watchId);
  const [asTable, setAsTable] = useState(false);
  if (!data) return <div className="volume volume--waiting" aria-hidden />;
  const total = sumOf(data.days, 'n');
  if (total === 0) return null;
  return (
    <section className="panel volume" aria-label={t('volume.title')}>
      <div className="panel__head">
        <h2 className="panel__title">{t('volume.total', { count: total, n: format.number(total), days: data.days.length })}</h2>
        <div className="panel__aside">
          <span>{shareInWords(data, total, t, format)}</span>
          <Button variant="subtle" size="compact-sm" aria-expanded={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'volume.chart' : 'volume.table')}
          </Button>
        </div>
      </div>
      {asTable ? <Table days={data.days} onDay={onDay} /> : <Bars days={data.days} chosen={search.day} onDay={onDay} />}
    </section>
  );
}

function Bars({ days, chosen, onDay }: { days: Day[]; chosen: string | undefined; onDay: (day: string | undefined) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const narrow = useMediaQuery(TOO_NARROW);
  const top = niceTop(Math.max(...days.map(({ n }) => n)));
  return (
    <div className="panel__body">
      <div className="volume__plot">
        {[1, 0.5, 0].map((share) => (
          <span key={share} className="volume__line num" style={{ bottom: `${share * 100}%` }} aria-hidden>
            {format.number(top * share)}
          </span>
        ))}
        <ol className="volume__bars">
          {days.map((day, i) => (
            <li key={day.day} data-dated={(days.length - 1 - i) % DATED === 0 || undefined}>
              {narrow ? (
                <div className="volume__bar" role="img" aria-label={`${dayName(format, day)}: ${inWords(day, t, format)}`}>
                  <Stack day={day} top={top} />
                </div>
              ) : (
                <button
                  type="button"
                  className="volume__bar"
                  aria-pressed={chosen === day.day}
                  aria-label={`${dayName(format, day)}: ${inWords(day, t, format)}`}
                  title={`${dayName(format, day)}: ${inWords(day, t, format)}`}
                  onClick={() => onDay(chosen === day.day ? undefined : day.day)}
                >
                  <Stack day={day} top={top} />
                </button>
              )}
              <span className="volume__date" aria-hidden>
                {dayName(format, day)}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <p className="volume__key" aria-hidden>
        {TONES.map((tone) => (
          <span key={tone} data-tone={tone}>
            {t(`sentiment.${tone}`)}
          </span>
        ))}
      </p>
    </div>
  );
}

/** From the top: positive, neutral, negative. */
function Stack({ day, top }: { day: Day; top: number }) {
  return [...TONES]
    .reverse()
    .map((tone) => <span key={tone} data-tone={tone} style={{ height: `${(countOf(day, tone) / top) * 100}%` }} />);
}

function Table({ days, onDay }: { days: Day[]; onDay: (day: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="panel__body panel__body--flush volume__table" tabIndex={0} role="group" aria-label={t('volume.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('volume.day')}</th>
            <th scope="col">{t('volume.all')}</th>
            {TONES.map((tone) => (
              <th key={tone} scope="col">
                {t(`sentiment.${tone}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map((day) => (
            <tr key={day.day}>
              <th scope="row">
                <button type="button" className="linkish tone-brand volume__day" onClick={() => onDay(day.day)}>
                  {dayName(format, day)}
                </button>
              </th>
              <td className="num">{format.number(day.n)}</td>
              {TONES.map((tone) => (
                <td key={tone} className="num">
                  {format.number(countOf(day, tone))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** "33 % negative, up from 24 %" */
function shareInWords({ days, before }: VolumeView, total: number, t: TFunction, format: Format): string {
  const whole = (share: number) => format.percent(Math.round(share * 100) / 100);
  const now = sumOf(days, 'negative') / total;
  const said = t('volume.negative', { share: whole(now) });
  if (before.n === 0) return said;
  const was = before.negative / before.n;
  const way = Math.round(now * 100) === Math.round(was * 100) ? 'same' : now > was ? 'up' : 'down';
  return `${said}, ${t(`volume.${way}`, { share: whole(was) })}`;
}

function inWords(day: Day, t: TFunction, format: Format): string {
  const parts = TONES.map((tone) => `${t(`sentiment.${tone}`)} ${format.number(countOf(day, tone))}`);
  return `${format.number(day.n)} (${parts.join(', ')})`;
}

function countOf(day: Day, tone: (typeof TONES)[number]): number {
  return tone === 'neutral' ? day.n - day.negative - day.positive : day[tone];
}

function dayName(format: Format, { day }: Day): string {
  return format.day(`${day}T12:00:00`, serverNow());
}

function sumOf(days: readonly Day[], of: 'n' | 'negative'): number {
  return days.reduce((sum, day) => sum + day[of], 0);
}

/** @returns an even number with one or two leading digits that the highest bar fits under */
function niceTop(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return [2, 4, 6, 8, 10].map((n) => n * unit).find((n) => n >= most) ?? 10 * unit;
}
