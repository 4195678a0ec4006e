/** An address that leads nowhere. */
import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../components/page.js';
import { EmptyState } from '../components/states.js';

export function NotFound() {
  const { t } = useTranslation();
  useTitle(t('notFound.title'));
  return (
    <EmptyState
      level={1}
      icon={<IconMapQuestion size={26} stroke={1.6} aria-hidden />}
      title={t('notFound.title')}
      words={t('notFound.words')}
      action={
        <Button component={Link} to="/queue" size="sm">
          {t('notFound.action')}
        </Button>
      }
    />
  );
}
