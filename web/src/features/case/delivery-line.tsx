/** Where an answer would go; where the desk cannot send it, why, and how to answer by hand. */
import type { ReplyChannel } from '#libs/contracts/views/case.js';
import { IconHandFinger } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOpenWords } from '../../components/open-words.js';
import { safeUrl } from '../../components/plain-text.js';

export function DeliveryLine({ channel, network }: { channel: ReplyChannel; network: string }) {
  const { t, i18n } = useTranslation();
  const openWords = useOpenWords();
  if (channel.delivery === 'network') return null;
  const url = safeUrl(channel.postUrl);
  const key = `byHand.${channel.reason ?? ''}`;
  const why = channel.reason && i18n.exists(key) ? t(key as 'byHand.default') : t('byHand.default');
  return (
    <div className="verdict">
      <IconHandFinger size={16} stroke={1.8} aria-hidden />
      <span>
        <strong>{t('byHand.title')}</strong> {why} {t('byHand.how')}{' '}
        {url && (
          <a href={url} target="_blank" rel="noopener noreferrer nofollow">
            {openWords(network)}
          </a>
        )}
      </span>
    </div>
  );
}
