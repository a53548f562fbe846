import { useTranslation } from 'react-i18next';
import type { Product } from '../../../src-shared/products/product.ts';
import table from '../../components/list-table.module.css';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { PriceCell } from './price-cell.tsx';
import styles from './products.module.css';

interface Props {
  readonly product: Product;
  readonly mayEdit: boolean;
  readonly seesCost: boolean;
  readonly onEdit: () => void;
}

/** One product: price and cost are changed in their cells, the rest in its form. */
export function ProductLine({ product, mayEdit, seesCost, onEdit }: Props) {
  const { t } = useTranslation();
  const { id, name, isArchived } = product;
  const save = async (fields: { unitPriceE4: number | null } | { costE4: number | null }) =>
    (await reported(client.products.update({ id, fields }), t('product.saved', { name }))) !== null;
  const archive = () =>
    void reported(
      client.products.setArchived({ id, isArchived: !isArchived }),
      t(isArchived ? 'product.backDone' : 'product.archivedDone', { name }),
    );
  return (
    <tr data-quiet={isArchived || undefined}>
      <td className={styles.name}>
        {name}
        {product.spec !== null && <span className={table.quiet}> {product.spec}</span>}
        {isArchived && <span className={styles.tag}>{t('product.archived')}</span>}
      </td>
      <td>{product.code}</td>
      <td>{product.unit}</td>
      <td className={table.number}>
        <PriceCell
          label={t('product.priceOf', { name })}
          priceE4={product.unitPriceE4}
          isReadOnly={!mayEdit}
          onSave={(unitPriceE4) => save({ unitPriceE4 })}
        />
      </td>
      {seesCost && (
        <td className={table.number}>
          <PriceCell
            label={t('product.costOf', { name })}
            priceE4={product.costE4}
            isReadOnly={!mayEdit}
            onSave={(costE4) => save({ costE4 })}
          />
        </td>
      )}
      <td className={table.actions}>
        {mayEdit && (
          <>
            <button type="button" className={table.link} aria-label={t('product.editOf', { name })} onClick={onEdit}>
              {t('product.edit')}
            </button>
            <button
              type="button"
              className={table.link}
              aria-label={t(isArchived ? 'product.bringBackOf' : 'product.archiveOf', { name })}
              onClick={archive}
            >
              {t(isArchived ? 'product.bringBack' : 'product.archive')}
            </button>
          </>
        )}
      </td>
    </tr>
  );
}
