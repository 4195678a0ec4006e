/** Pictures that go along with the answer: small, each with its description, and the button that adds one. */
import { MOST_ALT, MOST_IMAGE_BYTES, type ReplyImageView } from '#libs/contracts/http/images.js';
import type { CaseView } from '#libs/contracts/views/case.js';
import { ActionIcon, Loader, TextInput, Tooltip } from '@mantine/core';
import { IconPhotoPlus, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { imageAddress } from '../../api/reply-images.js';
import { networkName } from '../../components/network.js';
import { useProblemWords } from '../../components/problem-words.js';
import type { PicturesState } from './use-pictures.js';

export function Pictures({ view, pictures }: { view: CaseView; pictures: PicturesState }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  if (pictures.items.length === 0 && !pictures.adding && pictures.error === null) return null;
  return (
    <div className="pictures">
      <ul aria-label={t('pictures.label')}>
        {pictures.items.map((image, n) => (
          <Picture key={image.id} image={image} nth={n + 1} view={view} pictures={pictures} />
        ))}
        {pictures.adding && (
          <li className="pictures__busy">
            <Loader size={16} aria-label={t('pictures.adding')} />
          </li>
        )}
      </ul>
      {pictures.error !== null && (
        <p className="composer__problem" role="alert">
          {words(pictures.error)}
        </p>
      )}
    </div>
  );
}

function Picture({
  image,
  nth,
  view,
  pictures,
}: {
  image: ReplyImageView;
  nth: number;
  view: CaseView;
  pictures: PicturesState;
}) {
  const { t } = useTranslation();
  const [alt, setAlt] = useState(image.alt);
  const describes = view.channel.images?.describes ?? false;
  return (
    <li>
      <img src={imageAddress(view.card.id, image.id)} alt={image.alt} width={44} height={44} />
      {describes ? (
        <TextInput
          size="xs"
          aria-label={t('pictures.describe', { nth })}
          placeholder={t('pictures.placeholder')}
          maxLength={MOST_ALT}
          value={alt}
          onChange={(event) => setAlt(event.currentTarget.value)}
          onBlur={() => alt.trim() !== image.alt && pictures.describe(image.id, alt.trim())}
        />
      ) : (
        <span className="dim">{t('pictures.noAlt', { network: networkName(view.card.network) })}</span>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={t('pictures.remove', { nth })}
        onClick={() => pictures.remove(image.id)}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}

/** Where the network takes none from the desk yet, the button says so. */
export function AddPicture({ view, pictures }: { view: CaseView; pictures: PicturesState }) {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  const { images } = view.channel;
  const full = images !== null && pictures.items.length >= images.most;
  const megabytes = Math.min(MOST_IMAGE_BYTES, images?.maxBytes ?? 0) / 1_000_000;
  const label = images === null ? t('pictures.none', { network: networkName(view.card.network) }) : full ? t('pictures.full', { count: images.most }) : t('pictures.add', { size: megabytes }); // prettier-ignore
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={label}
        aria-disabled={images === null || full || undefined}
        data-disabled={images === null || full || undefined}
        onClick={() => images !== null && !full && box.current?.click()}
      >
        <IconPhotoPlus size={17} stroke={1.7} aria-hidden />
        <input
          ref={box}
          type="file"
          hidden
          accept="image/jpeg,image/png"
          aria-hidden
          tabIndex={-1}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) pictures.add(file);
            event.currentTarget.value = '';
          }}
        />
      </ActionIcon>
    </Tooltip>
  );
}
