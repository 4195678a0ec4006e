/** Who else is at the case, who is writing, and the words a colleague left behind. */
import type { CaseView } from '#libs/contracts/views/case.js';
import type { MeView } from '#libs/contracts/views/people.js';
import type { Visibility } from '#libs/contracts/words.js';
import { Button } from '@mantine/core';
import { IconEye, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function PeopleHere({
  view,
  me,
  onTakeText,
}: {
  view: CaseView;
  me: MeView;
  onTakeText?: (text: string, visibility: Visibility | null) => void;
}) {
  const { t } = useTranslation();
  const others = view.people.filter((person) => person.id !== me.id);
  const left = view.drafts.find((draft) => draft.by.id !== me.id && draft.mode !== 'note');
  if (others.length === 0 && !left) return null;
  const writing = others.filter((person) => person.writing);
  const names = (list: typeof others) => list.map((person) => person.name).join(', ');
  return (
    <div className="here" role="status">
      {writing.length > 0 && (
        <span className="here__writing">
          <IconPencil size={14} aria-hidden />
          {t('here.writing', { names: names(writing) })}
        </span>
      )}
      {others.length > writing.length && (
        <span>
          <IconEye size={14} aria-hidden />
          {t('here.looking', { names: names(others.filter((person) => !person.writing)) })}
        </span>
      )}
      {left && (
        <p className="here__draft">
          {t('here.draft', { name: left.by.name })} <q>{left.text.slice(0, 80)}</q>{' '}
          {onTakeText && (
            <Button size="compact-sm" variant="default" onClick={() => onTakeText(left.text, left.visibility)}>
              {t('here.take')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
