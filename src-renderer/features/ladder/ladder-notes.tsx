import { useTranslation } from 'react-i18next';
import type { Ladder } from '../../../src-shared/measures/measures-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { countText } from '../../text/number-text.ts';
import type { OpenLadderList } from './ladder-list-request.ts';
import styles from './ladder-view.module.css';
import { type LadderNote, ladderNotes } from './notes.ts';

interface Props {
  readonly ladder: Ladder;
  readonly tiers: readonly Tier[];
  readonly onOpen: OpenLadderList;
}

/** Concentration and profit in sentences; each leads to the customers it speaks of. */
export function LadderNotes({ ladder, tiers, onOpen }: Props) {
  const { t } = useTranslation();
  const notes = ladderNotes(t, ladder, tiers);
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label={t('ladder.notes')}>
      {notes.map((note) => (
        <Note key={note.text} note={note} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function Note({ note, onOpen }: { readonly note: LadderNote; readonly onOpen: OpenLadderList }) {
  const { t } = useTranslation();
  const { opens } = note;
  return (
    <li>
      {note.text}
      {opens && (
        <button type="button" className={styles.noteLink} onClick={() => onOpen(opens)}>
          {t('ladder.show', { count: note.customers ?? 0, shown: countText(note.customers ?? 0) })}
        </button>
      )}
    </li>
  );
}
