/** The teams; each has its own watches and cases. */
import { useTranslation } from 'react-i18next';
import { useAddTeam, useTeams } from '../../api/people.js';
import { NameForm } from '../../components/name-form.js';
import { Panel } from '../../components/page.js';

export function TeamsPanel() {
  const { t } = useTranslation();
  const teams = useTeams().data?.items ?? [];
  const add = useAddTeam();
  return (
    <Panel title={t('people.teams')}>
      <ul className="tags">
        {teams.map((team) => (
          <li key={team.id}>{team.name}</li>
        ))}
      </ul>
      <NameForm
        label={t('people.addTeam')}
        action={t('people.addTeamAction')}
        pending={add.isPending}
        error={add.error}
        onAdd={(name, done) => add.mutate(name, { onSuccess: done })}
      />
    </Panel>
  );
}
