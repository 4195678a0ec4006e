/** Whether a post names our account with @. */

/** What may not stand before the @, or after the name, or it is another name. */
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * @param text of the post
 * @param handle of our account, with or without @; of an account with a server, such as `us@example.social`, the first part is enough
 */
export function mentionsHandle(text: string, handle: string | null): boolean {
  const name = (handle ?? '').replace(/^@/, '');
  if (name === '') return false;
  const names = [...new Set([name, name.split('@')[0] ?? name])].map(escaped).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}_@])@(?:${names})(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`, 'iu').test(text);
}
