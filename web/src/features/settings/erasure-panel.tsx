/** Erasing a person, after asking; and the certificates of those who were erased. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErasePerson, useErasures } from '../../api/retention.js';
import { AskFirst } from '../../components/ask-first.js';
import { useFormat } from '../../components/format.js';
import { Panel } from '../../components/page.js';
import { useNow } from '../../live/server-clock.js';
import { Removed } from './retention-panel.js';

export function ErasurePanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const [who, setWho] = useState('');
  const [network, setNetwork] = useState('');
  const [asking, setAsking] = useState(false);
  const erase = useErasePerson();
  const items = useErasures(true).data?.items ?? [];
  const name = who.trim();
  const isEmail = /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(name);
  const subject = {
    ...(isEmail ? { email: name } : { handle: name }),
    ...(network.trim() && { network: network.trim().toLowerCase() }),
  };
  return (
    <Panel title={t('erasure.title')} aside={t('erasure.words')}>
      <form
        className="budget__form"
        onSubmit={(event) => {
          event.preventDefault();
          setAsking(true);
        }}
      >
        <TextInput label={t('erasure.who')} required withAsterisk={false} minLength={3} maxLength={200} value={who} onChange={(event) => setWho(event.currentTarget.value)} />
        <TextInput label={t('erasure.network')} description={t('erasure.networkWords')} maxLength={40} value={network} onChange={(event) => setNetwork(event.currentTarget.value)} />
        <Button type="submit" color="red" variant="light" disabled={name.length < 3}>
          {t('erasure.do')}
        </Button>
      </form>
      {asking && (
        <AskFirst
          title={t('erasure.askTitle', { name })}
          words={t('erasure.askWords')}
          action={t('erasure.do')}
          pending={erase.isPending}
          error={erase.error}
          onCancel={() => setAsking(false)}
          onDo={() => erase.mutate(subject, { onSuccess: () => { setAsking(false); setWho(''); } })}
        />
      )}
      <h3 className="subhead">{t('erasure.certificates')}</h3>
      {items.length === 0 ? (
        <p className="panel__none panel__none--tight">{t('erasure.none')}</p>
      ) : (
        <ul className="plainlist plainlist--tight plainlist--scroll" tabIndex={0} aria-label={t('erasure.certificates')}>
          {items.map((item) => (
            <li key={item.id}>
              <span className="num">{t('erasure.number', { id: item.id, time: format.when(item.at, now), name: item.by.name })}</span>
              <span className="cell-sub">
                <Removed counts={item.removed} /> ·{' '}
                {Object.keys(item.remaining).length === 0 ? t('erasure.proven') : <span className="tone-soon">{t('erasure.left', { where: Object.keys(item.remaining).join(', ') })}</span>}
              </span>
              <code className="excerpt">{item.subject.slice(0, 16)}</code>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  ); // prettier-ignore
}
