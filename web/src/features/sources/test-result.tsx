/** What a connection test found. */
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { useTestSource } from '../../api/sources.js';
import { NotesSaid } from '../../components/notes-said.js';
import { PostText } from '../../components/post-text.js';
import { useProblemWords } from '../../components/problem-words.js';

export function TestResult({ test }: { test: ReturnType<typeof useTestSource> }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  if (test.error) return <Line ok={false} text={words(test.error)} />;
  if (!test.data) return null;
  const { ok, notes, samples } = test.data;
  return (
    <div className="test-result">
      <Line ok={ok} text={t(ok ? 'sources.testOk' : 'sources.testBad')} />
      <NotesSaid notes={notes} />
      <ul>
        {samples.slice(0, 5).map((sample, i) => (
          <li key={i} dir="auto">
            <PostText text={sample.text} />{' '}
            {sample.author && (
              <span className="dim">
                <PostText text={sample.author} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ ok, text }: { ok: boolean; text: string }) {
  const Icon = ok ? IconCircleCheck : IconAlertTriangle;
  return (
    <p className={ok ? 'say' : 'form__problem'} role="status">
      <Icon size={15} stroke={2} aria-hidden /> {text}
    </p>
  );
}
