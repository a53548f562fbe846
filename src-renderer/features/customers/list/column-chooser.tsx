import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { resetColumns, showColumn, useColumns } from './column-store.ts';
import styles from './filter-bar.module.css';

/** Which columns are shown. Their order and width are changed by dragging in the grid. */
export function ColumnChooser() {
  const { t } = useTranslation();
  const places = useColumns((state) => state.places);
  return (
    <fieldset className={styles.editor} aria-label={t('list.columns')}>
      <div className={styles.choices}>
        {places.map((place) => (
          <Checkbox
            key={place.id}
            checked={!place.isHidden}
            disabled={place.id === 'name'}
            onChange={(event) => showColumn(place.id, event.target.checked)}
          >
            {t(`column.${place.id}`)}
          </Checkbox>
        ))}
      </div>
      <div className={styles.chooserFoot}>
        <button type="button" className={styles.quiet} onClick={resetColumns}>
          {t('list.resetColumns')}
        </button>
      </div>
    </fieldset>
  );
}
