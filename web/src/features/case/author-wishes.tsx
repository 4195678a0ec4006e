/** Whether a machine may speak to this author: they said stop, or people marked them. One press marks, or lifts. */
import { AUTHOR_MARKS } from '#libs/contracts/http/permissions.js';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMarkAuthor, useWishesOf } from '../../api/messages.js';
import { useSayProblem } from '../../components/problem-words.js';

export function AuthorWishes({ authorId, may }: { authorId: string; may: boolean }) {
  const { t } = useTranslation();
  const { data } = useWishesOf(authorId);
  const mark = useMarkAuthor();
  const sayProblem = useSayProblem();
  if (!data || (!may && data.marks.length === 0 && data.stoppedAt === null)) return null;
  const set = (change: Omit<Parameters<typeof mark.mutate>[0], 'authorId'>) =>
    mark.mutate({ authorId, ...change }, { onError: sayProblem });
  return (
    <div className="rail__wishes" role="group" aria-label={t('wishes.section')}>
      <Checkbox
        size="xs"
        label={t('wishes.noStop')}
        checked={data.stoppedAt !== null}
        disabled={!may || mark.isPending}
        onChange={(event) => set({ stop: event.currentTarget.checked })}
      />
      {AUTHOR_MARKS.map((one) => (
        <Checkbox
          key={one}
          size="xs"
          label={t(`wishes.kind.${one}`)}
          checked={data.marks.includes(one)}
          disabled={!may || mark.isPending}
          onChange={(event) =>
            set({ marks: event.currentTarget.checked ? [...data.marks, one] : data.marks.filter((other) => other !== one) })
          }
        />
      ))}
    </div>
  );
}
