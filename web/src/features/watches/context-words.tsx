/** What a watch sets besides its query: words near a name that tell what is meant, and which forms of a name count. */
import type { SuggestedWord } from '#libs/contracts/http/watches.js';
import type { WatchOptions } from '#libs/contracts/views/watch.js';
import { Switch, TextInput, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWatchSuggestions } from '../../api/judgement.js';

type Side = 'for' | 'against';
const SIDES: readonly Side[] = ['for', 'against'];
const FORMS = ['suffixes', 'joined', 'misspelt'] as const;

interface Props {
  watchId?: string;
  options: WatchOptions;
  readOnly: boolean;
  onChange: (options: WatchOptions) => void;
}

export function ContextWords({ watchId, options, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const words = (side: Side) => options.context?.[side] ?? [];
  const setWords = (side: Side, list: string[]) => onChange({ ...options, context: { ...options.context, [side]: list } });
  return (
    <details className="preview__group" open={words('for').length + words('against').length > 0}>
      <summary>{t('context.title')}</summary>
      <div className="form">
        <p className="form__hint">{t('context.words')}</p>
        <div className="form__row">
          {SIDES.map((side) => (
            <WordList
              key={side}
              label={t(`context.${side}`)}
              words={words(side)}
              readOnly={readOnly}
              onChange={(list) => setWords(side, list)}
            />
          ))}
        </div>
        {!readOnly && watchId !== undefined && (
          <Suggested
            watchId={watchId}
            taken={SIDES.flatMap(words)}
            onAdd={(side, word) => setWords(side, [...words(side), word])}
          />
        )}
        {FORMS.map((form) => (
          <Switch
            key={form}
            label={t(`context.${form}`)}
            disabled={readOnly}
            checked={options[form] ?? true}
            onChange={(event) => onChange({ ...options, [form]: event.currentTarget.checked ? undefined : false })}
          />
        ))}
      </div>
    </details>
  );
}

/** Words with a comma between; what is being typed stays as it is until the field is left. */
function WordList({
  label,
  words,
  readOnly,
  onChange,
}: {
  label: string;
  words: string[];
  readOnly: boolean;
  onChange: (words: string[]) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed === null) return;
    onChange([...new Set(typed.split(',').map((word) => word.trim().slice(0, 60)).filter(Boolean))].slice(0, 100)); // prettier-ignore
    setTyped(null);
  };
  return (
    <TextInput
      label={label}
      placeholder={t('context.placeholder')}
      readOnly={readOnly}
      value={typed ?? words.join(', ')}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}

function Suggested({ watchId, taken, onAdd }: { watchId: string; taken: string[]; onAdd: (side: Side, word: string) => void }) {
  const { t } = useTranslation();
  const { data } = useWatchSuggestions(watchId);
  if (!data) return null;
  const left = (list: SuggestedWord[]) => list.filter(({ word }) => !taken.includes(word));
  if (left(data.for).length + left(data.against).length === 0) return <p className="form__hint">{t('context.none')}</p>;
  return (
    <div>
      <div className="form__label">{t('context.suggest')}</div>
      <p className="form__hint">{t('context.suggestWords', { ours: data.ours, notOurs: data.notOurs })}</p>
      {SIDES.map((side) => (
        <p key={side} className="suggested" data-side={side}>
          <span className="dim">{t(`context.${side}`)}</span>
          {left(data[side]).map(({ word, ours, notOurs }) => (
            <Tooltip key={word} label={t('context.counts', { ours, notOurs })}>
              <button type="button" className="suggested__word" onClick={() => onAdd(side, word)}>
                <IconPlus size={12} aria-hidden /> {word}
              </button>
            </Tooltip>
          ))}
        </p>
      ))}
    </div>
  );
}
