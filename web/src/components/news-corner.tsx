/** The corner where short news appears. */
import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dismiss, useNews } from './news.js';

export function NewsCorner() {
  const { t } = useTranslation();
  const news = useNews();
  return (
    <div className="news" role="status" aria-live="polite">
      {news.map((item) => (
        <div key={item.id} className="news__item" data-tone={item.tone}>
          {item.tone === 'problem' && <IconAlertTriangle size={16} stroke={2} aria-hidden />}
          <span>{item.text}</span>
          <ActionIcon
            size={24}
            variant="transparent"
            className="news__close"
            aria-label={t('common.close')}
            onClick={() => dismiss(item.id)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
    </div>
  );
}
