/** Connecting a source, or changing one; it can be tried before it is saved. */
import type { ConnectorView, SourceView } from '#libs/contracts/views/source.js';
import type { SourceKind } from '#libs/contracts/words.js';
import { Button, Radio, Switch, TextInput } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveSource, useTestSource } from '../../api/sources.js';
import { NetworkIcon } from '../../components/network.js';
import { say } from '../../components/news.js';
import { useProblemWords } from '../../components/problem-words.js';
import { ShownOnce } from '../../components/shown-once.js';
import { RemoveSource } from './remove-source.js';
import { SettingsFields } from './settings-fields.js';
import { toForm, toSettings } from './settings-value.js';
import { TestResult } from './test-result.js';

interface Props {
  source?: SourceView;
  connectors: ConnectorView[];
  maySet: boolean;
}

export function SourceForm({ source, connectors, maySet }: Props) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const navigate = useNavigate();
  const [kind, setKind] = useState<SourceKind>(source?.kind ?? connectors[0]?.kind ?? 'feed');
  const connector = connectors.find((item) => item.kind === kind);
  const fields = connector?.fields ?? [];
  const [name, setName] = useState(source?.name ?? '');
  const [values, setValues] = useState(() => toForm(fields, source?.settings));
  const [interval, setInterval] = useState(source ? String(source.intervalSeconds) : '');
  const [longest, setLongest] = useState(source?.longestIntervalSeconds ? String(source.longestIntervalSeconds) : '');
  const [casesFor, setCasesFor] = useState('');
  const [quiet, setQuiet] = useState(toHours(source?.quietSeconds));
  const [enabled, setEnabled] = useState(source?.enabled ?? true);
  const [issued, setIssued] = useState<string>();
  const [more, setMore] = useState(false);
  const save = useSaveSource();
  const test = useTestSource();
  const settings = toSettings(fields, values);
  const choose = (next: SourceKind) => {
    setKind(next);
    setValues(toForm(connectors.find((item) => item.kind === next)?.fields ?? []));
    test.reset();
  };
  const done = () => void navigate({ to: '/sources' });
  const submit = () =>
    save.mutate(
      {
        id: source?.id,
        ...(source ? {} : { kind }),
        name: name.trim(),
        settings,
        enabled,
        intervalSeconds: interval ? Number(interval) : undefined,
        longestIntervalSeconds: longest ? Number(longest) : null,
        ...(source || casesFor === '' ? {} : { casesForHours: Number(casesFor) }),
        quietSeconds: quiet === '' ? null : Math.round(Number(quiet) * 3600),
      },
      {
        onSuccess: (saved) => {
          say(t('common.saved'));
          if (saved.issuedSecret) setIssued(saved.issuedSecret);
          else done();
        },
      },
    );
  const shared = {
    kind,
    values,
    onChange: setValues,
    secretsSet: source?.secretsSet ?? [],
    makesSecrets: !source && (connector?.receives ?? false),
    readOnly: !maySet,
  };
  return (
    <form
      className="form"
      // What is wrong must be seen, also where it is folded away.
      onInvalidCapture={() => setMore(true)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {!source && <KindChoice connectors={connectors} kind={kind} onChoose={choose} />}
      <TextInput
        label={t('sources.name')}
        required
        maxLength={120}
        readOnly={!maySet}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SettingsFields {...shared} fields={fields.filter((field) => !field.advanced)} />
      <details className="form__more" open={more} onToggle={(event) => setMore(event.currentTarget.open)}>
        <summary>{t('sources.more')}</summary>
        <div className="form">
          <SettingsFields {...shared} fields={fields.filter((field) => field.advanced)} />
          {connector?.polls && (
            <TextInput
              type="number"
              min={1}
              max={86_400}
              label={t('sources.interval')}
              description={t('sources.intervalWords')}
              readOnly={!maySet}
              value={interval}
              onChange={(event) => setInterval(event.currentTarget.value)}
            />
          )}
          {connector?.polls && (
            <TextInput
              type="number"
              min={1}
              max={86_400}
              label={t('sources.longest')}
              description={t('sources.longestWords')}
              readOnly={!maySet}
              value={longest}
              onChange={(event) => setLongest(event.currentTarget.value)}
            />
          )}
          {connector?.polls && !source && (
            <TextInput
              type="number"
              min={0}
              max={8760}
              step="any"
              label={t('sources.casesFor')}
              description={t('sources.casesForWords')}
              placeholder={kind === 'feed' ? '0' : '24'}
              value={casesFor}
              onChange={(event) => setCasesFor(event.currentTarget.value)}
            />
          )}
          <TextInput
            type="number"
            min={0}
            max={744}
            step="any"
            label={t('sources.quiet')}
            description={t('sources.quietWords')}
            readOnly={!maySet}
            value={quiet}
            onChange={(event) => setQuiet(event.currentTarget.value)}
          />
        </div>
      </details>
      <Switch
        label={t('sources.enabled')}
        disabled={!maySet}
        checked={enabled}
        onChange={(event) => setEnabled(event.currentTarget.checked)}
      />
      <TestResult test={test} />
      {save.error && (
        <p className="form__problem" role="alert">
          {words(save.error)}
        </p>
      )}
      {!maySet && <p className="form__hint">{t('sources.administratorsOnly')}</p>}
      {maySet && (
        <div className="form__foot">
          {source && <RemoveSource source={source} />}
          {connector?.polls && (
            <Button
              variant="default"
              leftSection={<IconPlugConnected size={15} aria-hidden />}
              loading={test.isPending}
              onClick={() => test.mutate({ kind, settings, sourceId: source?.id })}
            >
              {t('sources.test')}
            </Button>
          )}
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {t(source ? 'sources.save' : 'sources.saveNew')}
          </Button>
        </div>
      )}
      {issued && <ShownOnce title={t('sources.issuedTitle')} words={t('sources.issuedWords')} secret={issued} onClose={done} />}
    </form>
  );
}

const toHours = (seconds: number | null | undefined) => (seconds === null || seconds === undefined ? '' : String(seconds / 3600));

function KindChoice({
  connectors,
  kind,
  onChoose,
}: {
  connectors: ConnectorView[];
  kind: SourceKind;
  onChoose: (kind: SourceKind) => void;
}) {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t('sources.kind')} value={kind} onChange={(value) => onChoose(value as SourceKind)}>
      <div className="kinds">
        {connectors.map((connector) => (
          <Radio.Card key={connector.kind} value={connector.kind} className="kinds__card">
            <NetworkIcon network={connector.kind} size={18} />
            <span>
              <strong>{t(`sourceKind.${connector.kind}`)}</strong>
              <span className="cell-sub">{t(`sourceKind.words.${connector.kind}`)}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
