/** The rest of a list, a page at a time; nothing when all of it stands there. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

export function MoreButton({ list }: { list: Paged }) {
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <div className="panel__form">
      <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('common.more')}
      </Button>
    </div>
  );
}
