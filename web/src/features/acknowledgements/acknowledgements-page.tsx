/** The first "we know, we are looking into it": the one switch, the rules, what each network permits, and the ledger. */
import type { RuleView } from '#libs/contracts/http/acknowledgement-rules.js';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { lazyPart } from '../../components/lazy-part.js';
import { Page } from '../../components/page.js';
import { AckTabs } from './ack-tabs.js';
import { LedgerPanel } from './ledger-panel.js';
import { PermitsPanel } from './permits-panel.js';
import { RulesPanel } from './rules-panel.js';
import { StopSwitch } from './stop-switch.js';

const RuleDialog = lazyPart(() => import('./rule-dialog.js'), 'RuleDialog');

export function AcknowledgementsPage() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<RuleView | 'new' | null>(null);
  const mayWrite = useMe().data?.roles.includes('manager') ?? false;
  return (
    <Page
      title={t('room.acknowledgements')}
      sub={t('acks.sub')}
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setOpen('new')}>
            {t('acks.newRule')}
          </Button>
        )
      }
    >
      <AckTabs />
      <StopSwitch />
      <div className="grid grid--top acks">
        <RulesPanel mayWrite={mayWrite} onOpen={setOpen} />
        <PermitsPanel />
        <LedgerPanel />
      </div>
      <Suspense>
        {open !== null && <RuleDialog rule={open === 'new' ? null : open} mayWrite={mayWrite} onClose={() => setOpen(null)} />}
      </Suspense>
    </Page>
  );
}
