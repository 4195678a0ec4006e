/** Adding a person, or changing one. */
import type { PersonView } from '#libs/contracts/views/people.js';
import { LOCALES, ROLES, type Locale, type Role } from '#libs/contracts/words.js';
import { Button, Checkbox, Modal, NativeSelect, PasswordInput, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSavePerson, useTeams } from '../../api/people.js';
import { useMe } from '../../api/session.js';
import { LOCALE_NAMES } from '../../components/locale-names.js';
import { say } from '../../components/news.js';
import { useProblemWords } from '../../components/problem-words.js';

export function PersonDialog({ person, onClose }: { person?: PersonView; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const words = useProblemWords();
  const self = useMe().data?.id === person?.id;
  const teams = useTeams().data?.items ?? [];
  const save = useSavePerson();
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>(person?.roles ?? ['responder']);
  const [teamIds, setTeamIds] = useState(person?.teams.map((team) => team.id));
  const [locale, setLocale] = useState<Locale>(person?.locale ?? (i18n.language as Locale));
  const [password, setPassword] = useState('');
  const [disabled, setDisabled] = useState(person?.disabled ?? false);
  const submit = () => {
    const shared = { name: name.trim(), roles, teamIds, locale, password: password || undefined };
    const done = { onSuccess: () => { say(t('common.saved')); onClose(); } }; // prettier-ignore
    if (person) save.mutate({ id: person.id, ...shared, disabled }, done);
    else save.mutate({ ...shared, email: email.trim() }, done);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className="modal-title">{person?.name ?? t('people.add')}</span>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          label={t('people.name')}
          required
          withAsterisk={false}
          maxLength={120}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {!person && (
          <TextInput
            type="email"
            label={t('people.email')}
            required
            withAsterisk={false}
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        )}
        <Checkbox.Group label={t('people.roles')} value={roles} onChange={(value) => setRoles(value as Role[])}>
          <div className="form__stack">
            {ROLES.map((role) => (
              <Checkbox key={role} size="xs" value={role} label={t(`role.${role}`)} description={t(`people.roleWords.${role}`)} />
            ))}
          </div>
        </Checkbox.Group>
        {teams.length > 1 && (
          <Checkbox.Group
            label={t('people.teams')}
            value={teamIds ?? teams.slice(0, 1).map((team) => team.id)}
            onChange={setTeamIds}
          >
            <div className="form__choices">
              {teams.map((team) => (
                <Checkbox key={team.id} size="xs" value={team.id} label={team.name} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <NativeSelect
          label={t('people.language')}
          value={locale}
          onChange={(event) => setLocale(event.currentTarget.value as Locale)}
          data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        />
        {!self && (
          <PasswordInput
            label={t(person ? 'people.newPassword' : 'people.password')}
            description={t(person ? 'people.keepPassword' : 'people.passwordWords')}
            required={!person}
            withAsterisk={false}
            minLength={10}
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          />
        )}
        {person && !self && (
          <Switch
            label={t('people.maySignIn')}
            checked={!disabled}
            onChange={(event) => setDisabled(!event.currentTarget.checked)}
          />
        )}
        {save.error && (
          <p className="form__problem" role="alert">
            {words(save.error)}
          </p>
        )}
        <div className="form__foot">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={roles.length === 0 || name.trim() === ''}>
            {t(person ? 'common.save' : 'people.add')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
