/** What a query finds, while it is being written: in what was heard lately, or in texts of one's own. */
import type { TestWatchAnswer } from '#libs/contracts/http/watches.js';
import { SegmentedControl, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { useMentionList } from '../../api/mentions.js';
import { useWatchTest } from '../../api/watches.js';
import { useFormat } from '../../components/format.js';
import { PostText } from '../../components/post-text.js';
import { RowsSkeleton } from '../../components/states.js';
import { WatchPreview, type WatchTested } from './watch-preview.js';

interface Sample {
  text: string;
  lang?: string;
}

export function WatchTester({ watchId, query, threshold, kind, options }: WatchTested) {
  const { t } = useTranslation();
  const [where, setWhere] = useState<'recent' | 'pasted'>('recent');
  const [pasted, setPasted] = useState('');
  const [typed] = useDebouncedValue(query, 300);
  const mayPreview = useMe().data?.roles.includes('manager') ?? false;
  const [texts] = useDebouncedValue(pasted, 300);
  const recent = useMentionList({});
  const samples = useMemo<Sample[]>(
    () =>
      where === 'recent'
        ? (recent.data?.pages[0]?.items ?? []).map((mention) => ({ text: mention.text, lang: mention.scores.language.code }))
        : texts
            .split('\n')
            .filter((line) => line.trim() !== '')
            .map((text) => ({ text })),
    [where, recent.data, texts],
  );
  const last = useRef<{ samples: Sample[]; results: TestWatchAnswer['results'] }>(undefined);
  const test = useWatchTest({ query: typed, threshold, kind, options, texts: samples.map((sample) => sample.text) });
  if (test.data?.results.length === samples.length && !test.isPlaceholderData)
    last.current = { samples, results: test.data.results };
  return (
    <>
      <SegmentedControl
        aria-label={t('watches.tester')}
        value={where}
        onChange={(value) => setWhere(value as typeof where)}
        data={[
          { value: 'recent', label: t('watches.testerRecent') },
          { value: 'pasted', label: t('watches.testerPasted') },
        ]}
      />
      {where === 'pasted' && (
        <Textarea
          mt="sm"
          autosize
          minRows={3}
          maxRows={8}
          aria-label={t('watches.paste')}
          placeholder={t('watches.paste')}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
      )}
      {where === 'recent' && mayPreview && typed.trim() !== '' ? (
        <WatchPreview watchId={watchId} query={typed} threshold={threshold} kind={kind} options={options} />
      ) : typed.trim() === '' ? (
        <p className="say tester__hint">{t('watches.noQuery')}</p>
      ) : samples.length === 0 ? (
        where === 'recent' && !recent.isPending && <p className="say tester__hint">{t('watches.noRecent')}</p>
      ) : last.current ? (
        <Results {...last.current} stale={test.isPlaceholderData || test.isError} />
      ) : test.error ? (
        <p className="say tester__hint">{t('watches.noReadable')}</p>
      ) : (
        <RowsSkeleton />
      )}
    </>
  );
}

function Results({ samples, results, stale }: { samples: Sample[]; results: TestWatchAnswer['results']; stale: boolean }) {
  const { t } = useTranslation();
  const all = samples.map((sample, i) => ({ ...sample, ...results[i]! }));
  const found = all.filter((item) => item.matched);
  const missed = all.filter((item) => !item.matched);
  return (
    <div className="tester" data-stale={stale || undefined}>
      <p className="tester__count num" role="status">
        {t('watches.found', { count: found.length, n: all.length })}
      </p>
      <Group name={t('watches.matched')} items={found} />
      <Group name={t('watches.missed')} items={missed} />
    </div>
  );
}

function Group({ name, items }: { name: string; items: (Sample & TestWatchAnswer['results'][number])[] }) {
  const format = useFormat();
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="sub">{name}</h3>
      <ul className="hits">
        {items.map((item, i) => (
          <li key={i} data-matched={item.matched || undefined}>
            {item.matched ? <IconCheck size={15} stroke={2.2} aria-hidden /> : <IconMinus size={15} aria-hidden />}
            <p lang={item.lang} dir="auto">
              <PostText text={item.text} ranges={item.ranges} />
            </p>
            <span className="dim num">{item.relevance > 0 && format.percent(item.relevance)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
