/** Removing a source, after asking. */
import type { SourceView } from '#libs/contracts/views/source.js';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRemoveSource } from '../../api/sources.js';
import { AskFirst } from '../../components/ask-first.js';

export function RemoveSource({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = useRemoveSource();
  return (
    <>
      <Button className="form__left" variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('sources.remove')}
      </Button>
      {asking && (
        <AskFirst
          title={t('sources.removeTitle', { name: source.name })}
          words={t('sources.removeWords')}
          action={t('sources.remove')}
          pending={remove.isPending}
          error={remove.error}
          onCancel={() => setAsking(false)}
          onDo={() => remove.mutate(source.id, { onSuccess: () => void navigate({ to: '/sources' }) })}
        />
      )}
    </>
  );
}
