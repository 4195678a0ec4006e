/** Who is told of what, how and after how long: ladders, duty, the addresses they call, and who was told. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderView } from '#libs/contracts/http/ladders.js';
import { useLadders } from '../../api/escalation.js';
import { useMe } from '../../api/session.js';
import { Page, Panel } from '../../components/page.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { DutyPanel } from './duty-panel.js';
import { HooksPanel } from './hooks-panel.js';
import { LadderDialog } from './ladder-dialog.js';
import { LadderList } from './ladder-list.js';
import { NoticesPanel } from './notices-panel.js';

export function EscalationPage() {
  const { t } = useTranslation();
  const ladders = useLadders();
  const [editing, setEditing] = useState<LadderView | 'new'>();
  const maySet = useMe().data?.roles.includes('manager') ?? false;
  return (
    <Page
      title={t('room.escalation')}
      sub={t('escalation.sub')}
      actions={
        maySet && (
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setEditing('new')}>
            {t('escalation.add')}
          </Button>
        )
      }
    >
      <div className="grid grid--top">
        <Panel title={t('escalation.ladders')} span="c7" aside={t('escalation.first')}>
          {ladders.data ? (
            <LadderList ladders={ladders.data.items} onEdit={maySet ? setEditing : undefined} />
          ) : ladders.error ? (
            <ErrorCard error={ladders.error} onRetry={() => void ladders.refetch()} />
          ) : (
            <RowsSkeleton rows={3} />
          )}
        </Panel>
        <div className="c5 stack">
          <DutyPanel maySet={maySet} />
          <HooksPanel />
        </div>
        <NoticesPanel />
      </div>
      {editing && <LadderDialog ladder={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}
