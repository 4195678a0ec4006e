/** Where an answer would go; where the desk cannot send it, why, and the words ready to be pasted where it can be said. */
import type { CaseView } from '#libs/contracts/views/case.js';
import { Button } from '@mantine/core';
import { IconCheck, IconCopy, IconHandFinger } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../components/key-cap.js';
import { useKey } from '../../components/keyboard.js';
import { useOpenWords } from '../../components/open-words.js';
import { safeUrl } from '../../components/plain-text.js';

/** `words`: what stands in the box; while it is empty the prepared acknowledgement is taken. */
export function DeliveryLine({ view, words }: { view: CaseView; words: string }) {
  const { t } = useTranslation();
  const openWords = useOpenWords();
  const why = useWhyByHand();
  const { channel, card } = view;
  if (channel.delivery === 'network') return null;
  const url = safeUrl(channel.postUrl);
  return (
    <div className="verdict">
      <IconHandFinger size={16} stroke={1.8} aria-hidden />
      <div>
        <strong>{t('byHand.title')}</strong> {why(channel.reason)} {t('byHand.how')} {t('permission.seen')}{' '}
        {url && (
          <a href={url} target="_blank" rel="noopener noreferrer nofollow">
            {openWords(card.network)}
          </a>
        )}
        {url && <CopyAndOpen text={words.trim() || view.acknowledgementText} url={url} />}
      </div>
    </div>
  );
}

/** The reason in words: one of the source's own, or of the network's permission. */
function useWhyByHand(): (reason: string | null) => string {
  const { t, i18n } = useTranslation();
  return (reason) => {
    if (reason !== null && i18n.exists(`byHand.${reason}`)) return t(`byHand.${reason as 'default'}`);
    return reason !== null && i18n.exists(`permission.reason.${reason}`)
      ? t(`permission.reason.${reason as 'old'}`)
      : t('byHand.default');
  };
}

function CopyAndOpen({ text, url }: { text: string; url: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const run = () => {
    void navigator.clipboard?.writeText(text).then(() => setCopied(true));
    window.open(url, '_blank', 'noopener,noreferrer');
  };
  useKey('p', run);
  return (
    <div className="verdict__act">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        rightSection={<KeyCap keys="P" />}
        onClick={run}
      >
        {t('permission.copyAndOpen')}
      </Button>
      <span role="status">{copied && t('permission.copied')}</span>
    </div>
  );
}
