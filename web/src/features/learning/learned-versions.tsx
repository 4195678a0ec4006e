/** Every version of what was learned, how it did on corrections it had not seen, and going back to it. */
import type { LearnedCheck, LearnedVersion, LearningView } from '#libs/contracts/http/learning.js';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRestoreLearning } from '../../api/judgement.js';
import { useFormat } from '../../components/format.js';
import { say } from '../../components/news.js';
import { useSayProblem } from '../../components/problem-words.js';
import { Table } from '../../components/table.js';
import { useNow } from '../../live/server-clock.js';

/** Older ones can still be gone back to through the API. */
const SHOWN = 20;

export function LearnedVersions({ learning }: { learning: LearningView }) {
  const { t } = useTranslation();
  const nothing = !learning.items.some((item) => item.inForce);
  return (
    <>
      <p className="say learning__sum num">
        {t('learning.corrections', { count: learning.corrections })} · {t('learning.version', { version: learning.version })}
      </p>
      <Table
        columns={[
          { words: t('learning.when') },
          { words: t('learning.made'), className: 'r' },
          { words: t('learning.checks'), className: 'hide-sm' },
          { words: t('common.actions'), silent: true },
        ]}
      >
        {learning.items.slice(0, SHOWN).map((item) => (
          <Version key={`${item.version} ${item.base}`} item={item} />
        ))}
        <tr>
          <td>
            <strong>{t('learning.shipped')}</strong>
            <span className="cell-sub">{t('learning.shippedWords')}</span>
          </td>
          <td className="r">0</td>
          <td className="hide-sm" />
          <td className="r">
            <GoBack version="shipped" inForce={nothing} />
          </td>
        </tr>
      </Table>
    </>
  );
}

function Version({ item }: { item: LearnedVersion }) {
  const format = useFormat();
  const now = useNow();
  const checks = item.checks.map((check) => <Check key={check.field} check={check} />);
  return (
    <tr>
      <td>
        {format.when(item.at, now)}
        <span className="cell-sub">{[item.by?.name, item.version.slice(0, 8)].filter(Boolean).join(' · ')}</span>
        <span className="show-sm">{checks}</span>
      </td>
      <td className="r">{format.number(item.corrections)}</td>
      <td className="hide-sm">{checks}</td>
      <td className="r">
        <GoBack version={item.version} inForce={item.inForce} />
      </td>
    </tr>
  );
}

function Check({ check }: { check: LearnedCheck }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names: Record<string, string> = {
    sentiment: t('scores.sentiment'),
    intent: t('scores.intent'),
    urgency: t('learning.urgency'),
    relevance: t('learning.relevance'),
  };
  const field = names[check.field] ?? check.field;
  const n = format.number(check.examples);
  const [before, after] = [format.percent(check.shipped), format.percent(check.layered)];
  return (
    <span className={check.taken ? 'learning__check num' : 'learning__check num dim'}>
      {check.taken ? t('learning.check', { field, before, after, n }) : t('learning.checkKept', { field, n })}
    </span>
  );
}

function GoBack({ version, inForce }: { version: string; inForce: boolean }) {
  const { t } = useTranslation();
  const restore = useRestoreLearning();
  const sayProblem = useSayProblem();
  if (inForce)
    return (
      <span className="plain tone-ok">
        <IconCheck size={14} stroke={2.2} aria-hidden /> {t('learning.inForce')}
      </span>
    );
  return (
    <Button
      variant="default"
      loading={restore.isPending}
      onClick={() => restore.mutate(version, { onSuccess: () => say(t('learning.restored')), onError: sayProblem })}
    >
      {t('learning.restore')}
    </Button>
  );
}
