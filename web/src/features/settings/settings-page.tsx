/** One's own name, language, look and password; and what raises risk. */
import type { Locale } from '#libs/contracts/words.js';
import { NativeSelect, SegmentedControl, Switch, TextInput, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeMe, useMe } from '../../api/session.js';
import { keysOn, setKeysOn } from '../../components/keyboard.js';
import { LOCALE_NAMES } from '../../components/locale-names.js';
import { say } from '../../components/news.js';
import { Page, Panel } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { MyNoticesPanel } from './my-notices-panel.js';
import { ErasurePanel } from './erasure-panel.js';
import { RetentionPanel } from './retention-panel.js';
import { PasswordForm } from './password-form.js';
import { ReplyRulesPanel } from './reply-rules-panel.js';
import { TranslationPanel } from './translation-panel.js';
import { WeightsPanel } from './weights-panel.js';

export function SettingsPage() {
  const { t } = useTranslation();
  const me = useMe().data!;
  const administers = me.roles.includes('administrator');
  // Beside what is one's own, unless what only administrators see stands there.
  const inColumn = me.roles.includes('manager') && !administers;
  return (
    <Page title={t('room.settings')} sub={t('settings.sub')}>
      <div className="grid grid--top">
        <div className="c5 stack">
          <Panel title={t('settings.you')}>
            <You />
          </Panel>
          <Panel title={t('settings.password')}>
            <PasswordForm />
          </Panel>
          <MyNoticesPanel />
        </div>
        {(inColumn || administers) && (
          <div className="c7 stack">
            <RetentionPanel />
            {inColumn && <ReplyRulesPanel />}
            {administers && <TranslationPanel />}
            {administers && <ErasurePanel />}
          </div>
        )}
        {!inColumn && <ReplyRulesPanel />}
        <WeightsPanel />
        <p className="form__hint c12">{t('settings.about', { version: me.version })}</p>
      </div>
    </Page>
  );
}

function You() {
  const { t } = useTranslation();
  const me = useMe().data!;
  const change = useChangeMe();
  const sayProblem = useSayProblem();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [name, setName] = useState(me.name);
  const [keys, setKeys] = useState(keysOn);
  const save = (what: { name?: string; locale?: Locale }) =>
    change.mutate(what, { onSuccess: () => say(t('common.saved')), onError: sayProblem });
  const saveName = () => name.trim() !== '' && name.trim() !== me.name && save({ name: name.trim() });
  return (
    <div className="form">
      <TextInput
        label={t('settings.name')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={saveName}
        onKeyDown={(event) => event.key === 'Enter' && saveName()}
      />
      <NativeSelect
        label={t('settings.language')}
        value={me.locale}
        onChange={(event) => save({ locale: event.currentTarget.value as Locale })}
        data={(Object.keys(LOCALE_NAMES) as Locale[]).map((value) => ({ value, label: LOCALE_NAMES[value] }))}
      />
      <div>
        <div className="form__label">{t('settings.theme')}</div>
        <SegmentedControl
          fullWidth
          aria-label={t('settings.theme')}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as typeof colorScheme)}
          data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`settings.theme_${value}`) }))}
        />
      </div>
      <Switch
        label={t('settings.keys')}
        description={t('settings.keysWords')}
        checked={keys}
        onChange={(event) => {
          setKeysOn(event.currentTarget.checked);
          setKeys(event.currentTarget.checked);
        }}
      />
    </div>
  );
}
