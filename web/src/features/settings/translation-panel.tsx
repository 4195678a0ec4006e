/** Who translates posts and answers: nobody, until an administrator chooses. */
import { TRANSLATION_PROVIDERS, type TranslationProvider, type TranslationSettings } from '#libs/contracts/http/translation.js';
import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetTranslation, useTranslationSettings } from '../../api/translation.js';
import { say } from '../../components/news.js';
import { Panel } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';

const USUAL: Record<TranslationProvider, string> = {
  libretranslate: 'https://libretranslate.com',
  deepl: 'https://api-free.deepl.com',
};
const NAMES: Record<TranslationProvider, string> = { libretranslate: 'LibreTranslate', deepl: 'DeepL' };

export function TranslationPanel() {
  const { t } = useTranslation();
  const settings = useTranslationSettings();
  return (
    <Panel title={t('translation.title')}>
      {settings.data ? (
        <Form key={settings.data.url} settings={settings.data} />
      ) : settings.error ? (
        <ErrorCard error={settings.error} onRetry={() => void settings.refetch()} />
      ) : (
        <RowsSkeleton rows={2} />
      )}
    </Panel>
  );
}

function Form({ settings }: { settings: TranslationSettings }) {
  const { t } = useTranslation();
  const save = useSetTranslation();
  const sayProblem = useSayProblem();
  const [provider, setProvider] = useState<TranslationProvider>(settings.provider ?? 'libretranslate');
  const [url, setUrl] = useState(settings.url ?? USUAL[provider]);
  const [key, setKey] = useState('');
  const same = settings.url === url && settings.provider === provider;
  const done = { onSuccess: () => say(t('common.saved')), onError: sayProblem };
  const choose = (next: TranslationProvider) => {
    if (url === USUAL[provider]) setUrl(USUAL[next]);
    setProvider(next);
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ provider, url: url.trim(), ...(key !== '' && { key }) }, done);
        setKey('');
      }}
    >
      <p className="form__hint">{t('translation.note')}</p>
      <NativeSelect
        label={t('translation.provider')}
        value={provider}
        data={TRANSLATION_PROVIDERS.map((one) => ({ value: one, label: NAMES[one] }))}
        onChange={(event) => choose(event.currentTarget.value as TranslationProvider)}
      />
      <TextInput
        type="url"
        required
        label={t('translation.address')}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('translation.key')}
        description={same && settings.hasKey ? t('translation.keySet') : undefined}
        autoComplete="off"
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <div className="form__acts">
        <Button type="submit" loading={save.isPending}>
          {settings.provider ? t('common.save') : t('translation.on')}
        </Button>
        {settings.provider && (
          <Button variant="default" onClick={() => save.mutate(null, done)}>
            {t('translation.off')}
          </Button>
        )}
      </div>
    </form>
  );
}
