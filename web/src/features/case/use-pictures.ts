/** Pictures of the answer in the box: kept by the desk as soon as they are added, until they go out or are taken away. */
import type { ReplyImageView } from '#libs/contracts/http/images.js';
import type { CaseView } from '#libs/contracts/views/case.js';
import { useChangeImages, useReplyImages } from '../../api/reply-images.js';

export interface PicturesState {
  items: ReplyImageView[];
  adding: boolean;
  error: unknown;
  add: (file: Blob) => void;
  describe: (id: string, alt: string) => void;
  remove: (id: string) => void;
  refresh: () => void;
}

/** @param open one may answer here, in the desk */
export function usePictures({ card, channel }: CaseView, open: boolean): PicturesState {
  const possible = open && channel.images !== null && channel.delivery === 'network';
  const { data } = useReplyImages(card.id, possible);
  const { add, describe, remove, refresh } = useChangeImages(card.id);
  return {
    items: possible ? (data?.items ?? []) : [],
    adding: add.isPending,
    error: add.error ?? remove.error ?? describe.error,
    add: (file) => add.mutate(file),
    describe: (id, alt) => describe.mutate({ id, alt }),
    remove: (id) => remove.mutate(id),
    refresh: () => void refresh(),
  };
}
