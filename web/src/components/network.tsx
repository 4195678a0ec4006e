/** The networks posts come from: an icon and a name for each, and one for those not known by name. */
import { IconBrandAppstore, IconBrandBluesky, IconBrandFacebook, IconBrandInstagram, IconBrandMastodon, IconBrandMeta, IconBrandReddit, IconBrandTelegram, IconBrandX, IconBrandYcombinator, IconBrandYoutube, IconMail, IconMasksTheater, IconRss, IconWebhook, IconWorld } from '@tabler/icons-react'; // prettier-ignore
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

const NETWORKS: Record<string, readonly [typeof IconRss, string]> = {
  x: [IconBrandX, 'X'],
  bluesky: [IconBrandBluesky, 'Bluesky'],
  mastodon: [IconBrandMastodon, 'Mastodon'],
  reddit: [IconBrandReddit, 'Reddit'],
  instagram: [IconBrandInstagram, 'Instagram'],
  facebook: [IconBrandFacebook, 'Facebook'],
  telegram: [IconBrandTelegram, 'Telegram'],
  meta: [IconBrandMeta, 'Facebook, Instagram'],
  youtube: [IconBrandYoutube, 'YouTube'],
  hackernews: [IconBrandYcombinator, 'Hacker News'],
  appstore: [IconBrandAppstore, 'App Store'],
  email: [IconMail, 'E-mail'],
  feed: [IconRss, 'Feed'],
  rss: [IconRss, 'Feed'],
  webhook: [IconWebhook, 'Webhook'],
  replay: [IconMasksTheater, 'Replay'],
  web: [IconWorld, 'Web'],
};

/** What is no network but a way in has a name in every language. */
const NAMED_BY_US: Record<string, 'email' | 'feed' | 'webhook' | 'replay' | 'meta'> = {
  email: 'email',
  feed: 'feed',
  rss: 'feed',
  webhook: 'webhook',
  replay: 'replay',
  meta: 'meta',
};

/** Networks with a name that says something to people; a feed or a webhook is only a way in. */
export const isNamed = (network: string): boolean =>
  network in NETWORKS && !['feed', 'rss', 'email', 'webhook', 'replay', 'web'].includes(network);

export function networkName(network: string): string {
  const ours = NAMED_BY_US[network];
  return ours ? i18next.t(`sourceKind.${ours}`) : (NETWORKS[network]?.[1] ?? network);
}

export function NetworkIcon({ network, size = 14 }: { network: string; size?: number }) {
  useTranslation(); // the name follows the language
  const Icon = NETWORKS[network]?.[0] ?? IconWorld;
  return <Icon size={size} role="img" aria-label={networkName(network)} />;
}
