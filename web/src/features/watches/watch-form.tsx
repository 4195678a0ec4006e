/** The words of a watch: name, kind, query, how sure, and whether it listens. */
import type { WatchOptions, WatchView } from '#libs/contracts/views/watch.js';
import { WATCH_KINDS, type WatchKind } from '#libs/contracts/words.js';
import { Button, NativeSelect, Slider, Switch, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/client.js';
import { useMe } from '../../api/session.js';
import { useRemoveWatch, useSaveWatch, useWatchTest } from '../../api/watches.js';
import { AskFirst } from '../../components/ask-first.js';
import { useFormat } from '../../components/format.js';
import { say } from '../../components/news.js';
import { useProblemWords } from '../../components/problem-words.js';
import { ContextWords } from './context-words.js';
import { TermOptions } from './term-options.js';

export interface WatchDraft {
  name: string;
  kind: WatchKind;
  query: string;
  threshold: number;
  enabled: boolean;
  options: WatchOptions;
}
interface Props {
  watch?: WatchView;
  draft: WatchDraft;
  onChange: (draft: WatchDraft) => void;
}

export function WatchForm({ watch, draft, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const words = useProblemWords();
  const save = useSaveWatch();
  const mayWrite = useMe().data?.roles.includes('manager') ?? false;
  const set = (change: Partial<WatchDraft>) => onChange({ ...draft, ...change });
  const submit = () =>
    save.mutate({ id: watch?.id, ...draft, name: draft.name.trim() }, { onSuccess: () => { say(t('common.saved')); void navigate({ to: '/watches' }); } }); // prettier-ignore
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div>
        <Textarea
          aria-label={t('watches.query')}
          classNames={{ input: 'query query--edit' }}
          autosize
          minRows={4}
          maxRows={14}
          spellCheck={false}
          autoCapitalize="off"
          placeholder={t('watches.emptyHint')}
          readOnly={!mayWrite}
          value={draft.query}
          onChange={(event) => set({ query: event.currentTarget.value })}
        />
        <Verdict query={draft.query} />
        <p className="form__hint">{t('watches.languageHelp')}</p>
        <TermOptions />
      </div>
      <div className="form__row">
        <TextInput
          label={t('watches.name')}
          required
          withAsterisk={false}
          maxLength={120}
          readOnly={!mayWrite}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('watches.kind')}
          disabled={!mayWrite}
          value={draft.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as WatchKind })}
          data={WATCH_KINDS.map((value) => ({ value, label: t(`watchKind.${value}`) }))}
        />
      </div>
      <div>
        <div className="form__label">{t('watches.threshold')}</div>
        <Slider
          thumbLabel={t('watches.threshold')}
          size="sm"
          min={0}
          max={1}
          step={0.05}
          label={null}
          disabled={!mayWrite}
          value={draft.threshold}
          onChange={(threshold) => set({ threshold })}
        />
        <p className="form__hint">{t('watches.thresholdWords', { percent: format.percent(draft.threshold) })}</p>
      </div>
      <ContextWords watchId={watch?.id} options={draft.options} readOnly={!mayWrite} onChange={(options) => set({ options })} />
      <Switch
        label={t('watches.enabled')}
        disabled={!mayWrite}
        checked={draft.enabled}
        onChange={(event) => set({ enabled: event.currentTarget.checked })}
      />
      {save.error && !isUnreadable(save.error) && (
        <p className="form__problem" role="alert">
          {words(save.error)}
        </p>
      )}
      {mayWrite && (
        <div className="form__foot">
          {watch && <RemoveWatch watch={watch} />}
          <Button type="submit" loading={save.isPending} disabled={draft.query.trim() === '' || draft.name.trim() === ''}>
            {t('watches.save')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** Said under the query, at its place. */
const isUnreadable = (error: unknown): error is ApiError => error instanceof ApiError && error.problem.code === 'invalid-query';

/** Whether the query can be read, and where not: a caret under the character. */
function Verdict({ query }: { query: string }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const [typed] = useDebouncedValue(query, 250);
  const { data, error } = useWatchTest({ query: typed, texts: [], threshold: 0.5 });
  if (query.trim() === '') return null;
  if (isUnreadable(error)) return <Wrong query={typed} error={error} />;
  if (error) return <p className="form__problem">{words(error)}</p>;
  if (!data) return null;
  return (
    <p className="say">
      <IconCheck size={15} stroke={2.2} aria-hidden /> {t('watches.readsWell')}
      {data.canonical !== typed.trim() && (
        <>
          {' · '}
          {t('watches.readAs')} <code className="query__canonical">{data.canonical}</code>
        </>
      )}
    </p>
  );
}

function Wrong({ query, error }: { query: string; error: ApiError }) {
  const { t, i18n } = useTranslation();
  const column = Math.max(
    1,
    Number(error.problem.data?.['column'] ?? /:(\d+)$/.exec(error.problem.errors?.[0]?.at ?? '')?.[1] ?? 1),
  );
  const length = Math.max(1, Number(error.problem.data?.['length'] ?? 1));
  const from = Math.max(0, column - 1 - 24);
  const part = query.slice(from, column - 1 + length + 24).replaceAll(/\s/g, ' ');
  const key = `watches.wrong.${String(error.problem.data?.['reason'])}`;
  const expected = (error.problem.data?.['expected'] as string[] | undefined)?.join(', ');
  const message = i18n.exists(key)
    ? t(key as 'watches.wrong.query_field_unknown', { found: query.slice(column - 1, column - 1 + length), expected })
    : (error.problem.errors?.[0]?.message ?? error.problem.detail ?? '');
  return (
    <div className="query-wrong" role="status">
      <pre aria-hidden>
        {part}
        {'\n'}
        {' '.repeat(column - 1 - from)}
        {'^'.repeat(length)}
      </pre>
      <p>
        <IconAlertTriangle size={14} stroke={2} aria-hidden /> {t('watches.wrongAt', { column, message })}
      </p>
    </div>
  );
}

function RemoveWatch({ watch }: { watch: WatchView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = useRemoveWatch();
  return (
    <>
      <Button className="form__left" variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('watches.remove')}
      </Button>
      {asking && (
        <AskFirst
          title={t('watches.removeTitle', { name: watch.name })}
          words={t('watches.removeWords')}
          action={t('watches.remove')}
          pending={remove.isPending}
          error={remove.error}
          onCancel={() => setAsking(false)}
          onDo={() => remove.mutate(watch.id, { onSuccess: () => void navigate({ to: '/watches' }) })}
        />
      )}
    </>
  );
}
