/** Who may sign in, with which roles and in which teams; and the tokens of programs. */
import type { PersonView } from '#libs/contracts/views/people.js';
import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../../api/people.js';
import { useMe } from '../../api/session.js';
import { useFormat } from '../../components/format.js';
import { Page } from '../../components/page.js';
import { Person } from '../../components/person.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { Table } from '../../components/table.js';
import { useNow } from '../../live/server-clock.js';
import { PersonDialog } from './person-dialog.js';
import { TeamsPanel } from './teams-panel.js';
import { TokensPanel } from './tokens-panel.js';

export function PeoplePage() {
  const { t } = useTranslation();
  const list = usePeople();
  const people = list.data?.items ?? [];
  const [editing, setEditing] = useState<PersonView | 'new' | null>(null);
  const maySet = useMe().data?.roles.includes('administrator') ?? false;
  const add = (
    <Button leftSection={<IconUserPlus size={15} aria-hidden />} onClick={() => setEditing('new')}>
      {t('people.add')}
    </Button>
  );
  return (
    <Page
      title={t('room.people')}
      sub={list.isSuccess && t('people.sub', { count: people.filter((person) => !person.disabled).length })}
      actions={maySet && add}
    >
      {list.error ? (
        <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <div className="stack">
          <section className="panel" aria-label={t('room.people')}>
            {list.isPending ? <RowsSkeleton /> : <PeopleTable people={people} onEdit={maySet ? setEditing : undefined} />}
          </section>
          {maySet && <TeamsPanel />}
          {maySet && <TokensPanel />}
        </div>
      )}
      {editing && <PersonDialog person={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

function PeopleTable({ people, onEdit }: { people: PersonView[]; onEdit?: (person: PersonView) => void }) {
  const { t } = useTranslation();
  return (
    <Table
      columns={[
        { words: t('people.name') },
        { words: t('people.roles'), className: 'hide-sm' },
        { words: t('people.teams'), className: 'hide-sm' },
        { words: t('people.seen'), className: 'hide-sm' },
        { words: t('common.actions'), silent: true },
      ]}
    >
      {people.map((person) => (
        <PersonRow key={person.id} person={person} onEdit={onEdit} />
      ))}
    </Table>
  );
}

function PersonRow({ person, onEdit }: { person: PersonView; onEdit?: (person: PersonView) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const roles = person.roles.map((role) => t(`role.${role}`)).join(', ');
  return (
    <tr data-off={person.disabled || undefined}>
      <td>
        <span className="who who--wide">
          <Person name={person.name} size={28} />
          <span>
            <strong>{person.name}</strong>
            <span className="cell-sub">
              {person.email}
              {person.disabled && ` · ${t('people.disabled')}`}
            </span>
            <span className="cell-sub show-sm">{roles}</span>
          </span>
        </span>
      </td>
      <td className="hide-sm">{roles}</td>
      <td className="hide-sm dim">{person.teams.map((team) => team.name).join(', ')}</td>
      <td className="hide-sm dim num">{person.lastSeenAt ? format.when(person.lastSeenAt, now) : t('common.never')}</td>
      <td className="r">
        {onEdit && (
          <ActionIcon aria-label={t('people.edit', { name: person.name })} onClick={() => onEdit(person)}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
