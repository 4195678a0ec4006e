/** The first promises: how long each priority may wait, and when to warn. */
import type { ClockTarget } from '#libs/contracts/http/targets.js';
import { CLOCK_KINDS, PRIORITIES } from '#libs/contracts/words.js';
import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetTargets, useTargets } from '../../api/people.js';
import { useMe } from '../../api/session.js';
import { useFormat } from '../../components/format.js';
import { say } from '../../components/news.js';
import { Panel } from '../../components/page.js';
import { useProblemWords } from '../../components/problem-words.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';

export function PromisesPanel() {
  const { t } = useTranslation();
  const list = useTargets();
  return (
    <Panel title={t('settings.promises')} span="c7" aside={t('settings.promisesWords')} flush>
      {list.data ? (
        <Promises targets={list.data.items} />
      ) : list.error ? (
        <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <RowsSkeleton />
      )}
    </Panel>
  );
}

function Promises({ targets }: { targets: ClockTarget[] }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const save = useSetTargets();
  const [draft, setDraft] = useState(targets);
  const maySet = useMe().data?.roles.includes('manager') ?? false;
  const changed = JSON.stringify(draft) !== JSON.stringify(targets);
  const change = (target: ClockTarget, what: Partial<ClockTarget>) =>
    setDraft(draft.map((item) => (item === target ? { ...item, ...what } : item)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft, { onSuccess: () => say(t('settings.promisesSaved')) });
      }}
    >
      <div className="scrollx" tabIndex={0} role="group" aria-label={t('common.table')}>
        <table className="table">
          <thead>
            <tr>
              <th>{t('settings.priority')}</th>
              {CLOCK_KINDS.map((kind) => (
                <th key={kind}>{t(`clockKind.${kind}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PRIORITIES.map((priority) => (
              <tr key={priority}>
                <td>{t(`priority.${priority}`)}</td>
                {CLOCK_KINDS.map((kind) => {
                  const target = draft.find((item) => item.kind === kind && item.priority === priority);
                  return (
                    <td key={kind}>
                      {target && <Target target={target} readOnly={!maySet} onChange={(what) => change(target, what)} />}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="panel__form">
        {save.error && (
          <p className="form__problem" role="alert">
            {words(save.error)}
          </p>
        )}
        {maySet ? (
          <div className="form__foot">
            <Button type="submit" loading={save.isPending} disabled={!changed}>
              {t('settings.savePromises')}
            </Button>
          </div>
        ) : (
          <p className="form__hint">{t('settings.managersOnly')}</p>
        )}
      </div>
    </form>
  );
}

function Target({
  target,
  readOnly,
  onChange,
}: {
  target: ClockTarget;
  readOnly: boolean;
  onChange: (what: Partial<ClockTarget>) => void;
}) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const name = `${t(`priority.${target.priority}`)}, ${t(`clockKind.${target.kind}`)}`;
  const warn = format.span(target.targetSeconds * target.warnShare * 1000);
  return (
    <div className="target">
      <NumberInput
        aria-label={`${name}, ${t('settings.minutes')}`}
        min={1}
        max={525_600}
        decimalScale={2}
        hideControls
        suffix={` ${t('time.minutes')}`}
        readOnly={readOnly}
        value={target.targetSeconds / 60}
        onChange={(value) =>
          typeof value === 'number' && value > 0 && onChange({ targetSeconds: Math.max(1, Math.round(value * 60)) })
        }
      />
      <NumberInput
        aria-label={`${name}, ${t('settings.warnAt')}`}
        min={1}
        max={99}
        hideControls
        {...(i18n.language === 'tr' ? { prefix: '%' } : { suffix: ' %' })}
        readOnly={readOnly}
        value={Math.round(target.warnShare * 100)}
        onChange={(value) => typeof value === 'number' && value >= 1 && value <= 99 && onChange({ warnShare: value / 100 })}
      />
      <span className="cell-sub num">{t('settings.warnsAfter', { span: warn })}</span>
    </div>
  );
}
