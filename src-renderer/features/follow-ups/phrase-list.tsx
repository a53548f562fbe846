import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './phrase-list.module.css';
import type { usePhraseList } from './use-phrase-list.ts';

/** Under the text field, which keeps the focus: its arrows choose here. */
export function PhraseList({ list, id }: { readonly list: ReturnType<typeof usePhraseList>; readonly id: string }) {
  const { t } = useTranslation();
  const chosen = useRef<HTMLDivElement>(null);
  const { current } = list;
  useEffect(() => {
    if (current >= 0) chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div className={styles.list} role="listbox" id={id} aria-label={t('phrases.label')}>
      {list.offered.map((phrase, index) => (
        <div
          key={phrase}
          id={`${id}-${index}`}
          ref={index === current ? chosen : null}
          role="option"
          tabIndex={-1}
          aria-selected={index === current}
          className={styles.phrase}
          onMouseMove={() => list.point(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => list.put(phrase)}
          onKeyDown={undefined}
        >
          {phrase}
        </div>
      ))}
      {list.offered.length === 0 && <p className={styles.none}>{t('phrases.nothing')}</p>}
    </div>
  );
}
