/** The teams; each has its own watches and cases. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddTeam, useTeams } from '../../api/people.js';
import { Panel } from '../../components/page.js';
import { useProblemWords } from '../../components/problem-words.js';

export function TeamsPanel() {
  const { t } = useTranslation();
  const words = useProblemWords();
  const teams = useTeams().data?.items ?? [];
  const add = useAddTeam();
  const [name, setName] = useState('');
  return (
    <Panel title={t('people.teams')}>
      <ul className="tags">
        {teams.map((team) => (
          <li key={team.id}>{team.name}</li>
        ))}
      </ul>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(name.trim(), { onSuccess: () => setName('') });
        }}
      >
        <TextInput
          aria-label={t('people.addTeam')}
          placeholder={t('people.addTeam')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={add.isPending} disabled={name.trim() === ''}>
          {t('people.addTeamAction')}
        </Button>
      </form>
      {add.error && (
        <p className="form__problem" role="alert">
          {words(add.error)}
        </p>
      )}
    </Panel>
  );
}
