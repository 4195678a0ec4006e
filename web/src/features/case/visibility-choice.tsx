/** Who will read the answer: said always, and a choice where the network gives one. */
import type { CaseView } from '#libs/contracts/views/case.js';
import type { Visibility } from '#libs/contracts/words.js';
import { IconLock, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { networkName } from '../../components/network.js';
import { authorName } from '../../components/person.js';
import type { ComposerState } from './use-composer.js';

export const VISIBILITY_ICON: Record<Visibility, typeof IconWorld> = { public: IconWorld, private: IconLock };

export function VisibilityChoice({ view, composer }: { view: CaseView; composer: ComposerState }) {
  const { t } = useTranslation();
  const { visibilities } = view.channel;
  const { visibility } = composer;
  const Icon = VISIBILITY_ICON[visibility];
  const words = t(`visibility.words.${visibility}`, {
    network: networkName(view.card.network),
    name: authorName(view.card.author),
  });
  return (
    <div className="composer__readers" data-visibility={visibility}>
      {visibilities.length > 1 ? (
        <div className="composer__choice" role="radiogroup" aria-label={t('visibility.label')}>
          {visibilities.map((one) => {
            const One = VISIBILITY_ICON[one];
            return (
              <label key={one}>
                <input
                  type="radio"
                  name={`visibility-${view.card.id}`}
                  checked={one === visibility}
                  onChange={() => composer.setVisibility(one)}
                />
                <One size={13} stroke={2} aria-hidden />
                {t(`visibility.${one}`)}
              </label>
            );
          })}
        </div>
      ) : (
        <Icon size={13} stroke={2} aria-hidden />
      )}
      <span>{words}</span>
    </div>
  );
}
