/** A key as it stands on the keyboard. */
const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);
export const MOD_KEY = APPLE ? '⌘' : 'Ctrl ';

/** Keys in a row, parted by spaces; `mod` is Ctrl or Command. */
export function KeyCap({ keys }: { keys: string }) {
  return keys.split(' ').map((key, i) => (
    <kbd key={i} className="kbd">
      {key === 'mod' ? MOD_KEY.trim() : key}
    </kbd>
  ));
}
