/** Changing one's own password. */
import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeMe } from '../../api/session.js';
import { say } from '../../components/news.js';
import { useProblemWords } from '../../components/problem-words.js';

export function PasswordForm() {
  const { t } = useTranslation();
  const words = useProblemWords();
  const change = useChangeMe();
  const [currentPassword, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const done = () => {
    setCurrent('');
    setPassword('');
    say(t('settings.passwordChanged'));
  };
  const show = { 'aria-label': t('signIn.showPassword') };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ currentPassword, password }, { onSuccess: done });
      }}
    >
      <PasswordInput
        label={t('settings.currentPassword')}
        autoComplete="current-password"
        value={currentPassword}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        visibilityToggleButtonProps={show}
      />
      <PasswordInput
        label={t('settings.newPassword')}
        description={t('settings.passwordWords')}
        autoComplete="new-password"
        minLength={10}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={show}
      />
      {change.error && (
        <p className="form__problem" role="alert">
          {words(change.error)}
        </p>
      )}
      <div className="form__foot">
        <Button
          type="submit"
          variant="default"
          loading={change.isPending}
          disabled={currentPassword === '' || password.length < 10}
        >
          {t('settings.changePassword')}
        </Button>
      </div>
    </form>
  );
}
