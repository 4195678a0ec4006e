/** The row of filters above the mentions. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterOff, IconSearch, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWatches } from '../../api/watches.js';
import { useFormat } from '../../components/format.js';
import { useKey } from '../../components/keyboard.js';
import { serverNow } from '../../live/server-clock.js';
import { MENTION_CHOICES, type MentionSearch } from '../../components/mention-search.js';

interface Props {
  search: MentionSearch;
  filtered: boolean;
  onChange: (search: MentionSearch) => void;
}
const LANGUAGES = ['en', 'tr', 'sk'];

export function MentionFilters({ search, filtered, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const watches = useWatches().data?.items ?? [];
  const set = (change: Partial<MentionSearch>) => onChange({ ...search, ...change });
  const select = (
    name: 'watch' | 'sentiment' | 'intent' | 'language' | 'state' | 'period',
    value: string | undefined,
    data: { value: string; label: string }[],
    pick: (value: string | undefined) => void,
  ) => (
    <NativeSelect
      key={name}
      aria-label={t(`mentions.${name}`)}
      data-set={value !== undefined || undefined}
      value={value ?? ''}
      data={[{ value: '', label: t(`mentions.any.${name}`) }, ...data]}
      onChange={(event) => pick(event.currentTarget.value || undefined)}
    />
  );
  return (
    <div className="toolbar toolbar--many" role="search" aria-label={t('mentions.filters')}>
      <SearchBox value={search.q} onChange={(q) => set({ q })} />
      {select(
        'watch',
        search.watchId,
        watches.map(({ id, name }) => ({ value: id, label: name })),
        (watchId) => set({ watchId }),
      )}
      {select(
        'sentiment',
        search.sentiment,
        MENTION_CHOICES.sentiment.map((value) => ({ value, label: t(`sentiment.${value}`) })),
        (value) => set({ sentiment: value as MentionSearch['sentiment'] }),
      )}
      {select(
        'intent',
        search.intent,
        MENTION_CHOICES.intent.map((value) => ({ value, label: t(`intent.${value}`) })),
        (value) => set({ intent: value as MentionSearch['intent'] }),
      )}
      {select(
        'language',
        search.language,
        LANGUAGES.map((value) => ({ value, label: format.language(value) })),
        (language) => set({ language }),
      )}
      {select(
        'state',
        search.state,
        MENTION_CHOICES.state.map((value) => ({ value, label: t(`mentionState.${value}`) })),
        (value) => set({ state: value as MentionSearch['state'] }),
      )}
      {select(
        'period',
        search.days?.toString(),
        ([1, 7, 30] as const).map((days) => ({ value: `${days}`, label: t(`mentions.last${days}`) })),
        (days) => set({ days: days ? Number(days) : undefined, day: undefined }),
      )}
      {search.day !== undefined && (
        <button type="button" className="filter" onClick={() => set({ day: undefined })} aria-label={t('mentions.clearDay')}>
          {format.day(`${search.day}T12:00:00`, serverNow())}
          <IconX size={13} aria-hidden />
        </button>
      )}
      {filtered && (
        <Button variant="subtle" leftSection={<IconFilterOff size={15} aria-hidden />} onClick={() => onChange({})}>
          {t('mentions.clearAll')}
        </Button>
      )}
    </div>
  );
}

function SearchBox({ value, onChange }: { value: string | undefined; onChange: (q: string | undefined) => void }) {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(value ?? '');
  const later = useDebouncedCallback((q: string) => onChange(q.trim() || undefined), 250);
  useKey('/', () => box.current?.focus());
  return (
    <TextInput
      ref={box}
      type="search"
      className="toolbar__search"
      aria-label={t('mentions.search')}
      placeholder={t('mentions.search')}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={value === undefined && words !== '' && !document.hasFocus() ? '' : words}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
    />
  );
}
