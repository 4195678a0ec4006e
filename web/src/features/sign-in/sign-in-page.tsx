/** The door: e-mail, password, and the language of the page. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconEar, IconHourglassLow } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignIn } from '../../api/session.js';
import { setLocale } from '../../components/i18n.js';
import { LOCALE_NAMES, type LocaleName } from '../../components/locale-names.js';
import { useProblemWords } from '../../components/problem-words.js';

interface Props {
  /** True when somebody was signed in until a moment ago. */
  ended: boolean;
  onSignedIn: () => void;
}

export function SignInPage({ ended, onSignedIn }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('signIn.title')} · Earshot`;
  }, [t]);
  return (
    <main className="signin">
      <section className="signin__form" aria-labelledby="sign-in">
        <div className="nav__brand">
          <span className="nav__logo">
            <IconEar size={16} stroke={2.2} aria-hidden />
          </span>
          Earshot
        </div>
        <h1 id="sign-in">{t('signIn.title')}</h1>
        <p className="dim">{ended ? t('signIn.ended') : t('signIn.words')}</p>
        <SignInForm onSignedIn={onSignedIn} />
        <Languages />
      </section>
      <SidePosts />
    </main>
  );
}

function SignInForm({ onSignedIn }: Pick<Props, 'onSignedIn'>) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email: email.trim(), password }, { onSuccess: onSignedIn });
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        size="sm"
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus
        value={email}
        onChange={(e) => setEmail(e.currentTarget.value)}
      />
      <PasswordInput
        size="sm"
        label={t('signIn.password')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(e) => setPassword(e.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <div role="alert" className="signin__problem">
        {signIn.error && words(signIn.error)}
      </div>
      <Button size="md" fullWidth type="submit" loading={signIn.isPending}>
        {t('signIn.action')}
      </Button>
    </form>
  );
}

function Languages() {
  const { t, i18n } = useTranslation();
  return (
    <div className="signin__lang" role="group" aria-label={t('settings.language')}>
      {(Object.keys(LOCALE_NAMES) as LocaleName[]).map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          className="linkish"
          aria-pressed={i18n.language === locale}
          onClick={() => void setLocale(locale)}
        >
          {LOCALE_NAMES[locale]}
        </button>
      ))}
    </div>
  );
}

/** Three invented posts in three languages: what the desk is for, at a glance. */
function SidePosts() {
  const { t } = useTranslation();
  return (
    <section className="signin__side" aria-label={t('signIn.about')}>
      <div className="signin__quotes">
        <blockquote lang="tr">“Üç gündür internet yok, kimse aramıyor.”</blockquote>
        <blockquote lang="en">“Day nine of a 24-hour install. Is anyone there?”</blockquote>
        <blockquote lang="sk">„Tretíkrát píšem. Sľúbili ste odpoveď v pondelok.“</blockquote>
        <p className="signin__answer">
          <span className="clock tone-soon">
            <IconHourglassLow size={14} stroke={2} aria-hidden />
            {t('clock.left', { span: t('time.min', { m: 6 }) })}
          </span>
          {t('signIn.answer')}
        </p>
      </div>
    </section>
  );
}
