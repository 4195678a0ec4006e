/** The cases whose promise ends first, and who has them. */
import type { CaseCard } from '#libs/contracts/views/case.js';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Clock } from '../../components/clock.js';
import { RiskChip } from '../../components/marks.js';
import { NetworkIcon } from '../../components/network.js';
import { Panel } from '../../components/page.js';
import { authorName, Person } from '../../components/person.js';
import { PostText } from '../../components/post-text.js';
import { Table } from '../../components/table.js';

export function AboutToBreach({ cards }: { cards: CaseCard[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('tower.next')} span="c7" flush aside={t('tower.nextWords')}>
      {cards.length === 0 ? (
        <p className="panel__none">{t('tower.nextEmpty')}</p>
      ) : (
        <Table
          className="table--fixed"
          columns={[
            { words: t('tower.case') },
            { words: t('tower.time'), className: 'col-time' },
            { words: t('tower.owner'), className: 'col-owner hide-sm' },
          ]}
        >
          {cards.map((card) => (
            <Row key={card.id} card={card} />
          ))}
        </Table>
      )}
    </Panel>
  );
}

function Row({ card }: { card: CaseCard }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td>
        <Link to="/queue/$view/$caseId" params={{ view: 'open', caseId: card.id }} className="cell-link">
          <strong>
            <PostText text={authorName(card.author)} />
          </strong>
        </Link>{' '}
        <NetworkIcon network={card.network} size={13} />
        {card.risk.level === 'high' && (
          <>
            {' '}
            <RiskChip level="high" score={card.risk.score} />
          </>
        )}
        <span className="cell-sub truncate" lang={card.preview.lang} dir="auto">
          <PostText text={card.preview.text} />
        </span>
      </td>
      <td>
        {card.clock && (
          <Link
            to="/queue/$view/$caseId"
            params={{ view: 'open', caseId: card.id }}
            search={{ recorder: true }}
            className="cell-link"
          >
            <Clock clock={card.clock} />
            <span className="cell-sub">{t(`clockKind.${card.clock.kind}`)}</span>
          </Link>
        )}
      </td>
      <td className="hide-sm">
        {card.owner ? (
          <span className="who">
            <Person name={card.owner.name} size={20} />
            {card.owner.name}
          </span>
        ) : (
          <span className="who dim">{t('tower.nobody')}</span>
        )}
      </td>
    </tr>
  );
}
