import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import styles from './plan-form.module.css';
import { overlapText } from './plan-words.ts';

/** Two visits of one person at once are pointed out, not refused. Its line is kept free, so that nothing jumps. */
export function OverlapHint({ overlaps }: { readonly overlaps: readonly VisitEntry[] }) {
  const { t } = useTranslation();
  const text = overlapText(t, overlaps);
  return (
    <p className={styles.overlap} role="status">
      {text !== null && (
        <>
          <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
          {text}
        </>
      )}
    </p>
  );
}
