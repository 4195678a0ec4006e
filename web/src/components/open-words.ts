/** The words of a link that leads to a post where it was written. */
import { useTranslation } from 'react-i18next';
import { isNamed, networkName } from './network.js';

export function useOpenWords(): (network: string) => string {
  const { t } = useTranslation();
  return (network) => (isNamed(network) ? t('timeline.openOn', { network: networkName(network) }) : t('timeline.openPost'));
}
