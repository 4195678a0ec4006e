/** Kind words for every error the desk can answer, by its stable code. */
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.js';
import { say } from './news.js';

/** A function from an error to one sentence in the reader's language, with where it was if the desk said so. */
export function useProblemWords(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiError)) return t('problem.internal');
    const { code, errors } = error.problem;
    const key = `problem.${code}`;
    const words = i18n.exists(key) ? t(key as 'problem.internal') : error.problem.title;
    const where = errors?.map(({ at, message }) => (at ? `${at}: ${message}` : message)).join(' · ');
    const sentence = words.endsWith('.') ? words : `${words}.`;
    return where ? `${sentence} ${where}` : sentence;
  };
}

/** Says a problem in the corner of the page. */
export function useSayProblem(): (error: unknown) => void {
  const words = useProblemWords();
  return (error) => say(words(error), 'problem');
}
