/** The parts of the room: the rules, every message, what authors wish, and limits. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** On a narrow page the tab one is at may lie beyond the edge. */
const show = (nav: HTMLElement | null) => {
  const at = nav?.querySelector<HTMLElement>('[aria-current=page]');
  if (nav && at) nav.scrollLeft = at.offsetLeft - (nav.clientWidth - at.clientWidth) / 2;
};

const TABS = [
  ['/acknowledgements', 'rules'],
  ['/acknowledgements/messages', 'messages'],
  ['/acknowledgements/authors', 'authors'],
  ['/acknowledgements/limits', 'limits'],
] as const;

export function AckTabs() {
  const { t } = useTranslation();
  return (
    <nav ref={show} className="ack-tabs" aria-label={t('acks.parts')}>
      {TABS.map(([to, name]) => (
        <Link key={to} to={to} activeOptions={{ exact: true }} className="ack-tabs__tab">
          {t(`acks.part.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
