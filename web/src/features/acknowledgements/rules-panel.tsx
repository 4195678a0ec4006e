/** The rules in the order in which they are tried: on or off, where each is in its life, and what it did today. */
import type { RuleView } from '#libs/contracts/http/acknowledgement-rules.js';
import { Button, Switch } from '@mantine/core';
import {
  IconCircleCheck,
  IconGhost2,
  IconHourglassLow,
  IconMessageBolt,
  IconPencil,
  IconPlayerStopFilled,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useChangeRule, useRules } from '../../api/acknowledgements.js';
import { Panel } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { networkName } from '../../components/network.js';

const LOOK = {
  live: [IconCircleCheck, 'tone-ok'],
  shadow: [IconGhost2, 'tone-brand'],
  proposed: [IconHourglassLow, 'tone-brand'],
  draft: [IconPencil, 'dim'],
  off: [IconPlayerStopFilled, 'dim'],
} as const;
type Look = keyof typeof LOOK;

interface Props {
  mayWrite: boolean;
  onOpen: (rule: RuleView) => void;
}

export function RulesPanel({ mayWrite, onOpen }: Props) {
  const { t } = useTranslation();
  const list = useRules();
  return (
    <Panel title={t('acks.rules')} span="c8" flush>
      {list.error ? (
        <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <RowsSkeleton />
      ) : list.data.items.length === 0 ? (
        <EmptyState
          icon={<IconMessageBolt size={26} stroke={1.6} aria-hidden />}
          title={t('acks.noRules')}
          words={t('acks.noRulesWords')}
        />
      ) : (
        <ul className="rules">
          {list.data.items.map((rule) => (
            <Rule key={rule.id} rule={rule} mayWrite={mayWrite} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Rule({ rule, mayWrite, onOpen }: Props & { rule: RuleView }) {
  const { t } = useTranslation();
  const change = useChangeRule();
  const sayProblem = useSayProblem();
  const look = lookOf(rule);
  const [Icon, tone] = LOOK[look];
  const { today } = rule;
  return (
    <li>
      <Switch
        aria-label={rule.name}
        checked={rule.on}
        disabled={!mayWrite || change.isPending}
        onChange={(event) =>
          change.mutate({ id: rule.id, step: event.currentTarget.checked ? 'on' : 'off' }, { onError: sayProblem })
        }
      />
      <div className="rules__what">
        <button type="button" className="cell-link rules__name" onClick={() => onOpen(rule)}>
          <strong>{rule.name}</strong>
        </button>
        <p>
          <Scope rule={rule} />
        </p>
      </div>
      <span className={`plain ${tone} rules__state`}>
        <Icon size={15} aria-hidden />
        {t(`acks.state.${look}`)}
      </span>
      <span className="rules__note num">
        {look === 'shadow'
          ? t('acks.wouldHaveSent', { count: today.wouldSend, right: today.judgedRight })
          : t('acks.sentToday', { count: today.sent })}
      </span>
      {mayWrite && <NextStep rule={rule} />}
    </li>
  );
}

/** The one step that leads the rule on; approving is another person's. */
function NextStep({ rule }: { rule: RuleView }) {
  const { t } = useTranslation();
  const change = useChangeRule();
  const sayProblem = useSayProblem();
  const state = rule.next?.state;
  if (state === 'proposed' && !rule.mayApprove) return <span className="rules__step dim">{t('acks.waitsForSecond')}</span>;
  const step = state === 'draft' ? 'shadow' : state === 'shadow' ? 'propose' : state === 'proposed' ? 'approve' : null;
  if (step === null) return null;
  return (
    <Button
      className="rules__step"
      size="compact-sm"
      variant="default"
      loading={change.isPending}
      onClick={() => change.mutate({ id: rule.id, step }, { onError: sayProblem })}
    >
      {t(`acks.step.${step}`)}
    </Button>
  );
}

/** Where a rule speaks and how often, in one line. */
function Scope({ rule }: { rule: RuleView }) {
  const { t } = useTranslation();
  const definition = (rule.live ?? rule.next)?.definition;
  if (!definition) return null;
  const { conditions, limits, delaySeconds } = definition;
  const parts = [
    conditions.networks.length > 0 ? conditions.networks.map(networkName).join(', ') : t('acks.everyNetwork'),
    conditions.intents.map((intent) => t(`intent.${intent}`)).join(', '),
    conditions.hours === 'any' ? '' : t(`acks.hours.${conditions.hours}`),
    delaySeconds > 0 ? t('acks.after', { count: Math.round(delaySeconds / 60), seconds: delaySeconds }) : '',
    t('acks.perAuthor', { count: limits.perAuthor, days: limits.authorDays }),
  ];
  return <>{parts.filter((part) => part !== '').join(' · ')}</>;
}

function lookOf({ on, live, next }: RuleView): Look {
  if (!on) return 'off';
  if (next?.state === 'proposed' || next?.state === 'shadow') return next.state;
  return live ? 'live' : 'draft';
}
