import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import type { RivalNote } from '../../../src-shared/loyalty/assessment.ts';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { shortDayText } from '../../text/day-text.ts';
import { priceText } from '../../text/price-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './loyalty.module.css';
import { RivalForm } from './rival-form.tsx';

interface Props {
  readonly customerId: Id;
  readonly rivals: readonly RivalNote[];
  readonly isReadOnly: boolean;
}

/** 竞争对手: of whom else he buys what, at what price and how much; written in one line. */
export function RivalLog({ customerId, rivals, isReadOnly }: Props) {
  const { t, today } = useWindowWords();
  const [editedId, setEditedId] = useState<Id | null>(null);
  return (
    <section className={styles.section} aria-label={t('loyalty.rivals')}>
      <h3 className={styles.title}>{t('loyalty.rivals')}</h3>
      {rivals.length === 0 && <p className={styles.hint}>{t('loyalty.noRivals')}</p>}
      <ul className={styles.rivals}>
        {rivals.map((rival) =>
          rival.id === editedId ? (
            <li key={rival.id}>
              <RivalForm
                start={rival}
                label={t('loyalty.editRival', { name: rival.rival })}
                onSave={(fields) =>
                  reported(
                    client.loyalty.updateRival({ id: rival.id, fields }),
                    t('loyalty.rivalChanged', { name: fields.rival }),
                  )
                }
                onClose={() => setEditedId(null)}
              />
            </li>
          ) : (
            <RivalLine key={rival.id} rival={rival} isReadOnly={isReadOnly} onEdit={() => setEditedId(rival.id)} />
          ),
        )}
      </ul>
      {!isReadOnly && editedId === null && (
        <RivalForm
          start={null}
          label={t('loyalty.addRival')}
          onSave={(fields) =>
            reported(
              client.loyalty.addRival({ customerId, notedOn: today, ...fields }),
              t('loyalty.rivalAdded', { name: fields.rival }),
            )
          }
        />
      )}
    </section>
  );
}

interface LineProps {
  readonly rival: RivalNote;
  readonly isReadOnly: boolean;
  readonly onEdit: () => void;
}

function RivalLine({ rival, isReadOnly, onEdit }: LineProps) {
  const words = useWindowWords();
  const { t } = words;
  const { id, rival: name, product, unitPriceE4, sharePercent, note, notedOn } = rival;
  const more = [
    product,
    unitPriceE4 === null ? null : priceText(unitPriceE4),
    sharePercent === null ? null : t('loyalty.shareOf', { percent: sharePercent }),
    note,
  ].filter((part) => part !== null);
  return (
    <li className={styles.rival}>
      <span className={styles.day}>{shortDayText(words, notedOn)}</span>
      <span className={styles.rivalWords} title={[name, ...more].join(' · ')}>
        <strong>{name}</strong> {more.join(' · ')}
      </span>
      {!isReadOnly && (
        <span className={styles.tools}>
          <button type="button" className={styles.icon} aria-label={t('loyalty.editRival', { name })} onClick={onEdit}>
            <Pencil size={14} strokeWidth={1.75} aria-hidden />
          </button>
          <button
            type="button"
            className={styles.icon}
            aria-label={t('loyalty.removeRival', { name })}
            onClick={() => void reported(client.loyalty.removeRival({ id }), t('loyalty.rivalRemoved', { name }))}
          >
            <Trash2 size={14} strokeWidth={1.75} aria-hidden />
          </button>
        </span>
      )}
    </li>
  );
}
