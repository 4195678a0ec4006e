/** What each network permits a machine to say, the rule behind it, and what is declared about our accounts there. */
import type { NetworkPermissions } from '#libs/contracts/http/permissions.js';
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDeclareAccount, usePermissions } from '../../api/acknowledgements.js';
import { useMe } from '../../api/session.js';
import { useFormat } from '../../components/format.js';
import { NetworkIcon, networkName } from '../../components/network.js';
import { Panel } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';

type Network = NetworkPermissions['networks'][number];
type Account = Network['accounts'][number];

export function PermitsPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = usePermissions();
  return (
    <Panel title={t('acks.permits')} span="c4" aside={data && t('acks.checked', { when: format.month(data.checked) })}>
      {error ? (
        <ErrorCard error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <RowsSkeleton />
      ) : (
        <Networks networks={data.networks.filter(({ network }) => network !== 'replay')} />
      )}
    </Panel>
  );
}

/** Those we have accounts on; the others are folded away while there are some. */
function Networks({ networks }: { networks: Network[] }) {
  const { t } = useTranslation();
  const ours = networks.filter(({ accounts }) => accounts.length > 0);
  const others = networks.filter(({ accounts }) => accounts.length === 0);
  if (ours.length === 0) return <List networks={networks} />;
  return (
    <>
      <List networks={ours} />
      <details className="permits__others">
        <summary>{t('acks.otherNetworks', { count: others.length })}</summary>
        <List networks={others} />
      </details>
    </>
  );
}

function List({ networks }: { networks: Network[] }) {
  return (
    <ul className="permits">
      {networks.map((network) => (
        <Permit key={network.network} network={network} />
      ))}
    </ul>
  );
}

function Permit({ network }: { network: Network }) {
  const { t } = useTranslation();
  const machine = network.rules.filter(({ kinds }) => kinds.includes('automatic-acknowledgement'));
  const verdict = machine.at(-1)?.verdict ?? 'never';
  // The last rule is for the posts that passed all others: it says what must hold.
  const telling = machine.at(-1);
  const conditional = verdict === 'automatic' && machine.length > 1;
  return (
    <li>
      <NetworkIcon network={network.network} size={16} />
      <details>
        <summary>
          <span>{networkName(network.network)}</span>
          <span>
            <strong>{t(`acks.permit.${conditional ? 'conditional' : verdict}`)}</strong>
            <span className="dim permits__why">
              {telling && whyWords(t(`permission.reason.${telling.reason as 'old'}`), conditional, t('acks.if'))}
            </span>
          </span>
        </summary>
        <ul className="permits__rules">
          {network.rules.map((rule) => (
            <li key={rule.id}>
              <code>{rule.id}</code> {rule.kinds.map((kind) => t(`acks.kind.${kind}`)).join(', ')}:{' '}
              <strong>{t(`acks.permit.${rule.verdict}`)}</strong>{' '}
              <span lang="en" className="dim">
                {rule.source.where}
              </span>
            </li>
          ))}
        </ul>
        {network.accounts.map((account) => (
          <Terms key={account.sourceId} account={account} network={network.network} />
        ))}
      </details>
    </li>
  );
}

const whyWords = (reason: string, conditional: boolean, ifWord: string) => (conditional ? `${ifWord} ${reason}` : reason);

/** What only an administrator can know: how the account is marked, and who agreed. */
function Terms({ account, network }: { account: Account; network: string }) {
  const { t } = useTranslation();
  const declare = useDeclareAccount();
  const sayProblem = useSayProblem();
  const may = useMe().data?.roles.includes('administrator') ?? false;
  const { terms } = account;
  const set = (change: Partial<Account['terms']>) =>
    declare.mutate({ sourceId: account.sourceId, terms: { ...terms, ...change } }, { onError: sayProblem });
  return (
    <fieldset className="permits__terms" disabled={!may || declare.isPending}>
      <legend>{account.handle ? `@${account.handle.replace(/^@/, '')}` : account.name}</legend>
      <Switch
        size="xs"
        label={t('acks.terms.marked')}
        checked={terms.markedAutomated}
        onChange={(event) => set({ markedAutomated: event.currentTarget.checked })}
      />
      {network === 'x' && (
        <Switch
          size="xs"
          label={t('acks.terms.enterprise')}
          checked={terms.plan === 'enterprise'}
          onChange={(event) => set({ plan: event.currentTarget.checked ? 'enterprise' : 'self-serve' })}
        />
      )}
      {network === 'reddit' && (
        <Switch
          size="xs"
          label={t('acks.terms.agrees')}
          checked={terms.placeAgrees}
          onChange={(event) => set({ placeAgrees: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  );
}
