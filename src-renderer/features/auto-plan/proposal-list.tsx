import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ProposedVisit } from '../../../src-shared/visits/auto-plan-proposal.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { LeftOut } from './left-out.tsx';
import styles from './proposal-list.module.css';
import { ProposalRow } from './proposal-row.tsx';
import { tickAllProposed } from './proposal-store.ts';
import { useProposal } from './use-proposal.ts';

interface Props {
  /** Shows a customer: the list itself knows no pane. */
  readonly onOpen: (customerId: string) => void;
  /** What marks a row as one that can be dragged onto the calendar, which this list does not know. */
  readonly dragMark: (visit: ProposedVisit) => Readonly<Record<`data-${string}`, string>>;
}

/** A firm of twenty has over a thousand proposed: drawn as one scrolls on. */
const step = 200;

/** The proposal customer by customer, in the order of service; below it who and what was left out. */
export function ProposalList({ onOpen, dragMark }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const shown = useProposal();
  const [drawn, setDrawn] = useState(step);
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const { users } = useUsers();
  if (!shown) return null;
  const { proposal, entries, ticked } = shown;
  const left = entries.length - drawn;
  return (
    <section className={styles.list} aria-label={t('autoPlan.label')}>
      <div className={styles.all}>
        <Checkbox
          checked={ticked > 0 && ticked === entries.length}
          indeterminate={ticked > 0 && ticked < entries.length}
          disabled={entries.length === 0}
          onChange={(event) => tickAllProposed(event.target.checked)}
        >
          {t('autoPlan.all')}
        </Checkbox>
        <span className={styles.hint}>{t('autoPlan.dragHint')}</span>
      </div>
      <div className={styles.scroll}>
        {entries.length === 0 && <p className={styles.none}>{t('autoPlan.none')}</p>}
        <ul className={styles.rows}>
          {entries.slice(0, drawn).map((entry) => (
            <ProposalRow
              key={entry.visit.customerId}
              entry={entry}
              tier={tiers.find((tier) => tier.id === entry.visit.tierId) ?? null}
              person={users.find((user) => user.id === entry.visit.personId)?.name ?? null}
              onOpen={onOpen}
              dragMark={dragMark(entry.visit)}
            />
          ))}
        </ul>
        {left > 0 && (
          <div className={styles.more}>
            <Button size="small" onClick={() => setDrawn(drawn + step)}>
              {t('autoPlan.more', { count: left, shown: countText(left) })}
            </Button>
          </div>
        )}
      </div>
      <LeftOut proposal={proposal} onOpen={onOpen} />
    </section>
  );
}
