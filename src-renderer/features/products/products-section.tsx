import { Button, Checkbox, Input, Pagination } from 'antd';
import { Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../src-shared/products/product.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import table from '../../components/list-table.module.css';
import { SettingsSection } from '../../components/settings-section.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { countText } from '../../text/number-text.ts';
import { ProductDialog } from './product-dialog.tsx';
import { ProductLine } from './product-line.tsx';
import styles from './products.module.css';

const pageSize = 50;

/** 商品: what is sold, at which price and cost; found like everything else, changed where it stands. */
export function ProductsSection() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [withArchived, setWithArchived] = useState(false);
  const [page, setPage] = useState(1);
  const [edited, setEdited] = useState<Product | 'new' | null>(null);
  const search = useDeferredValue(typed.trim());
  const mayEdit = useReach('products.edit') !== null;
  const seesCost = useUsers().current?.role !== 'salesperson';
  const read = useRead(
    'products',
    'list',
    { search, withArchived, offset: (page - 1) * pageSize, limit: pageSize },
    { keepShowing: true },
  );
  const { data } = read;
  const add = mayEdit && (
    <Button size="small" icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onClick={() => setEdited('new')}>
      {t('product.add')}
    </Button>
  );
  return (
    <SettingsSection
      title={t('settings.section.products')}
      words={t(mayEdit ? 'product.words' : 'product.readOnly')}
      action={add}
    >
      <search className={styles.filters}>
        <Input
          size="small"
          allowClear
          className={styles.search ?? ''}
          placeholder={t('product.searchHint')}
          aria-label={t('product.search')}
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setPage(1);
          }}
        />
        <Checkbox
          checked={withArchived}
          onChange={(event) => {
            setWithArchived(event.target.checked);
            setPage(1);
          }}
        >
          {t('product.withArchived')}
        </Checkbox>
        {data && (
          <span className={table.quiet}>{t('product.count', { count: data.total, shown: countText(data.total) })}</span>
        )}
      </search>
      {read.error && <EmptyState title={errorText(t, toAppError(read.error))} />}
      {data?.total === 0 && (
        <EmptyState
          title={t(search === '' ? 'product.none' : 'product.noneFound')}
          words={search === '' && mayEdit ? t('product.noneWords') : ''}
        >
          {search === '' && add}
        </EmptyState>
      )}
      {data && data.total > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('product.name')}</th>
              <th scope="col">{t('product.code')}</th>
              <th scope="col">{t('product.unit')}</th>
              <th scope="col" className={table.number}>
                {t('product.price')}
              </th>
              {seesCost && (
                <th scope="col" className={table.number}>
                  {t('product.cost')}
                </th>
              )}
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {data.products.map((product) => (
              <ProductLine
                key={product.id}
                product={product}
                mayEdit={mayEdit}
                seesCost={seesCost}
                onEdit={() => setEdited(product)}
              />
            ))}
          </tbody>
        </table>
      )}
      {data && data.total > pageSize && (
        <Pagination
          size="small"
          className={styles.pages ?? ''}
          showSizeChanger={false}
          current={page}
          pageSize={pageSize}
          total={data.total}
          onChange={setPage}
        />
      )}
      {edited !== null && <ProductDialog product={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </SettingsSection>
  );
}
