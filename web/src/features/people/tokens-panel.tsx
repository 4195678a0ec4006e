/** API tokens: made here, shown once, revoked here. */
import type { TokenView } from '#libs/contracts/views/people.js';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddToken, useRevokeToken, useTokens } from '../../api/people.js';
import { AskFirst } from '../../components/ask-first.js';
import { useFormat } from '../../components/format.js';
import { NameForm } from '../../components/name-form.js';
import { Panel } from '../../components/page.js';
import { ShownOnce } from '../../components/shown-once.js';
import { Table } from '../../components/table.js';
import { useNow } from '../../live/server-clock.js';

export function TokensPanel() {
  const { t } = useTranslation();
  const tokens = useTokens(true).data?.items ?? [];
  return (
    <Panel title={t('tokens.title')} aside={t('tokens.words')} flush>
      {tokens.length === 0 ? (
        <p className="panel__none">{t('tokens.empty')}</p>
      ) : (
        <Table
          columns={[
            { words: t('people.name') },
            { words: t('people.roles'), className: 'hide-sm' },
            { words: t('tokens.by'), className: 'hide-sm' },
            { words: t('tokens.used'), className: 'hide-sm' },
            { words: t('common.actions'), silent: true },
          ]}
        >
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </Table>
      )}
      <NewToken />
    </Panel>
  );
}

function TokenRow({ token }: { token: TokenView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const revoke = useRevokeToken();
  const [asking, setAsking] = useState(false);
  return (
    <tr data-off={token.revokedAt !== null || undefined}>
      <td>
        <strong>{token.name}</strong>
        {token.revokedAt && <span className="cell-sub">{t('tokens.revoked', { when: format.when(token.revokedAt, now) })}</span>}
      </td>
      <td className="hide-sm">{token.roles.map((role) => t(`role.${role}`)).join(', ')}</td>
      <td className="hide-sm">{token.person.name}</td>
      <td className="hide-sm dim num">{token.lastUsedAt ? format.when(token.lastUsedAt, now) : t('common.never')}</td>
      <td className="r">
        {!token.revokedAt && (
          <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
            {t('tokens.revoke')}
          </Button>
        )}
        {asking && (
          <AskFirst
            title={t('tokens.revokeTitle', { name: token.name })}
            words={t('tokens.revokeWords')}
            action={t('tokens.revoke')}
            pending={revoke.isPending}
            error={revoke.error}
            onCancel={() => setAsking(false)}
            onDo={() => revoke.mutate(token.id, { onSuccess: () => setAsking(false) })}
          />
        )}
      </td>
    </tr>
  );
}

function NewToken() {
  const { t } = useTranslation();
  const add = useAddToken();
  const [shown, setShown] = useState<string>();
  return (
    <div className="panel__form">
      <NameForm
        label={t('tokens.name')}
        action={t('tokens.add')}
        pending={add.isPending}
        error={add.error}
        onAdd={(name, done) => add.mutate({ name }, { onSuccess: ({ token }) => { setShown(token); done(); } })} // prettier-ignore
      />
      {shown && (
        <ShownOnce
          title={t('tokens.shownTitle')}
          words={t('tokens.shownWords')}
          secret={shown}
          onClose={() => setShown(undefined)}
        />
      )}
    </div>
  );
}
