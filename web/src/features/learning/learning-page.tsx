/** What the desk learned from people, what that changed, and reading old mentions anew. */
import { IconDownload, IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLearning } from '../../api/judgement.js';
import { Page, Panel } from '../../components/page.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { LearnedChangesPanel } from './learned-changes.js';
import { LearnedVersions } from './learned-versions.js';
import { RescoringPanel } from './rescoring-panel.js';

export function LearningPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useLearning();
  return (
    <Page
      title={t('room.learning')}
      sub={t('learning.sub')}
      actions={
        data?.items.some((item) => item.inForce) && (
          <a className="back" href="/api/v1/learning/export" download>
            <IconDownload size={15} aria-hidden />
            {t('learning.export')}
          </a>
        )
      }
    >
      <div className="grid grid--top">
        <Panel title={t('learning.versions')} span="c7" aside={t('learning.versionsWords')} flush>
          {data ? (
            data.items.length > 0 ? (
              <LearnedVersions learning={data} />
            ) : (
              <EmptyState
                icon={<IconSchool size={22} aria-hidden />}
                title={t('learning.empty')}
                words={t('learning.emptyWords')}
              />
            )
          ) : error ? (
            <ErrorCard error={error} onRetry={() => void refetch()} />
          ) : (
            <RowsSkeleton />
          )}
        </Panel>
        <div className="c5 stack">
          <RescoringPanel />
          <LearnedChangesPanel />
        </div>
      </div>
    </Page>
  );
}
