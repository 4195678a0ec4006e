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
import { RhythmFields, rhythmOf, toRhythm } from './rhythm-fields.js';
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
  const [rhythm, setRhythm] = useState(() => rhythmOf(source));
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
        ...toRhythm(rhythm, !source),
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
          <RhythmFields
            kind={kind}
            polls={connector?.polls ?? false}
            isNew={!source}
            readOnly={!maySet}
            value={rhythm}
            onChange={setRhythm}
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
