/** Customers in tiers: who matters most, so that a promise can be for them. Marked one by one, or many from a file. */
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCustomerTiers } from '../../api/customer-tiers.js';
import { useMe } from '../../api/session.js';
import { BackLink } from '../../components/back-link.js';
import { useFormat } from '../../components/format.js';
import { TierChip } from '../../components/marks.js';
import { Page, Panel } from '../../components/page.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { AddCustomer } from './add-customer.js';
import { CustomerList } from './customer-list.js';
import { ImportFile } from './import-file.js';

export function CustomersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const tiers = useCustomerTiers();
  const mayWrite = useMe().data?.roles.includes('manager') ?? false;
  const items = tiers.data?.items ?? [];
  const back = (
    <BackLink to="/standards" words={t('standards.back')} />
  );
  return (
    <Page title={t('customers.title')} sub={t('customers.sub')} actions={back}>
      <div className="grid grid--top">
        <div className={mayWrite ? 'c8 stack' : 'c12 stack'}>
          <Panel title={t('customers.tiers')}>
            {tiers.error ? (
              <ErrorCard error={tiers.error} onRetry={() => void tiers.refetch()} />
            ) : tiers.isPending ? (
              <RowsSkeleton rows={1} />
            ) : items.length === 0 ? (
              <EmptyState icon={<IconUsersGroup size={26} stroke={1.6} aria-hidden />} title={t('customers.empty')} words={t('customers.emptyWords')} />
            ) : (
              <ul className="tiers">
                {items.map(({ tier, customers }) => (
                  <li key={tier}>
                    <TierChip tier={tier} />
                    <span className="dim num">{t('customers.count', { count: customers, n: format.number(customers) })}</span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          {mayWrite && items.length > 0 && <CustomerList tiers={items} />}
        </div>
        {mayWrite && (
          <div className="c4 stack">
            <AddCustomer tiers={items} />
            <ImportFile />
          </div>
        )}
      </div>
    </Page>
  );
} // prettier-ignore
