/** A text in another language, beside the one it stands for. Asked for by a press, which says where the text goes. */
import type { Translate } from '#libs/contracts/http/translation.js';
import { Button, Loader, Tooltip } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useTranslate, useTranslationSettings } from '../../api/translation.js';
import { PostText } from '../../components/post-text.js';
import { useProblemWords } from '../../components/problem-words.js';

interface Props {
  caseId: string;
  what: Translate;
  /** Puts the words into the box, where a person reads them before they go. */
  onTake?: (text: string) => void;
}

/** Shown only where somebody translates, and where the languages differ. */
export function Translation({ caseId, what, onTake }: Props) {
  const { t, i18n } = useTranslation();
  const { data: settings } = useTranslationSettings();
  const { data, error, isPending, mutate, reset } = useTranslate(caseId);
  const words = useProblemWords();
  const asked = JSON.stringify(what);
  useEffect(reset, [asked, reset]);
  if (!settings?.provider) return null;
  const language = new Intl.DisplayNames([i18n.language], { type: 'language' }).of(what.to) ?? what.to;
  return (
    <div className="translation">
      {!data && (
        <Tooltip label={t('translation.leaves', { host: settings.host })}>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={isPending ? <Loader size={12} /> : <IconLanguage size={14} aria-hidden />}
            disabled={isPending}
            onClick={() => mutate(what)}
          >
            {t('translation.into', { language })}
          </Button>
        </Tooltip>
      )}
      {error && (
        <p className="composer__problem" role="alert">
          {words(error)}
        </p>
      )}
      {data && (
        <figure>
          <figcaption>{t('translation.by', { language, host: data.host })}</figcaption>
          <p className="tl__text" lang={what.to} dir="auto">
            <PostText text={data.text} />
          </p>
          {onTake && (
            <Button size="compact-sm" variant="default" onClick={() => onTake(data.text)}>
              {t('translation.take')}
            </Button>
          )}
        </figure>
      )}
    </div>
  );
}
