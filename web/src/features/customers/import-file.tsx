/** Puts many customers into tiers from a CSV file, and says what became of every line. */
import type { ImportedTiers } from '#libs/contracts/http/customer-tiers.js';
import { Button, FileButton } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTierStep } from '../../api/customer-tiers.js';
import { Panel } from '../../components/page.js';
import { useProblemWords } from '../../components/problem-words.js';

const SHOWN_FAULTS = 20;

export function ImportFile() {
  const { t } = useTranslation();
  const words = useProblemWords();
  const step = useTierStep();
  const [done, setDone] = useState<ImportedTiers>();
  const take = async (file: File | null) => {
    setDone(undefined);
    if (file) step.mutate({ do: 'import', csv: await file.text() }, { onSuccess: setDone });
  };
  return (
    <Panel title={t('customers.file')}>
      <div className="form">
        <p className="say">{t('customers.fileWords')}</p>
        <pre className="sample">{'network,handle,tier\nx,@example,VIP\nemail,a@example.com,Gold'}</pre>
        <FileButton accept=".csv,text/csv,text/plain" onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={step.isPending} leftSection={<IconFileUpload size={15} aria-hidden />}>
              {t('customers.choose')}
            </Button>
          )}
        </FileButton>
        {step.error && (
          <p className="form__problem" role="alert">
            {words(step.error)}
          </p>
        )}
        {done && <Outcome done={done} />}
      </div>
    </Panel>
  );
}

function Outcome({ done }: { done: ImportedTiers }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <p className="say">{t('customers.imported', { added: done.added, changed: done.changed, removed: done.removed, same: done.same })}</p>
      {done.refused.length > 0 && (
        <>
          <p className="say tone-late">{t('customers.refused', { count: done.refused.length })}</p>
          <ul className="plainlist plainlist--tight">
            {done.refused.slice(0, SHOWN_FAULTS).map(({ line, why }) => (
              <li key={line}>{t('customers.line', { line, why: t(`customers.why.${why}`) })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
} // prettier-ignore
