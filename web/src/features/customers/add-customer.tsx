/** Puts one customer into a tier, by network and name there. */
import type { CustomerTierView } from '#libs/contracts/http/customer-tiers.js';
import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTierStep } from '../../api/customer-tiers.js';
import { say } from '../../components/news.js';
import { Panel } from '../../components/page.js';
import { useProblemWords } from '../../components/problem-words.js';

const NETWORKS = ['x', 'bluesky', 'mastodon', 'facebook', 'instagram', 'youtube', 'telegram', 'reddit', 'email'];

export function AddCustomer({ tiers }: { tiers: readonly CustomerTierView[] }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const step = useTierStep();
  const [network, setNetwork] = useState('x');
  const [handle, setHandle] = useState('');
  const [tier, setTier] = useState('');
  const ready = network.trim() !== '' && handle.trim() !== '' && tier.trim() !== '';
  const added = () => {
    say(t('customers.added', { name: handle.trim(), tier: tier.trim() }));
    setHandle('');
  };
  return (
    <Panel title={t('customers.add')}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          step.mutate({ do: 'mark', mark: { network, handle, tier } }, { onSuccess: added });
        }}
      >
        <Autocomplete label={t('customers.network')} data={NETWORKS} value={network} onChange={setNetwork} maxLength={40} />
        <TextInput label={t('customers.handle')} description={t('customers.handleWords')} value={handle} onChange={(event) => setHandle(event.currentTarget.value)} maxLength={300} autoComplete="off" />
        <Autocomplete label={t('customers.tier')} placeholder="VIP" data={tiers.map((one) => one.tier)} value={tier} onChange={setTier} maxLength={40} />
        {step.error && (
          <p className="form__problem" role="alert">
            {words(step.error)}
          </p>
        )}
        <div className="form__foot">
          <Button type="submit" disabled={!ready} loading={step.isPending}>
            {t('customers.addNow')}
          </Button>
        </div>
      </form>
    </Panel>
  );
} // prettier-ignore
