import { AutoComplete } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../src-shared/products/product.ts';
import { useRead } from '../../ipc/use-read.ts';
import { priceText } from '../../text/price-text.ts';
import styles from './line-grid.module.css';

interface Props {
  readonly label: string;
  readonly typed: string;
  readonly isWrong: boolean;
  readonly problem: string;
  readonly onType: (text: string) => void;
  readonly onProduct: (product: Product) => void;
}

const offered = 12;

/** What was sold: a product found by name, code or pinyin, or whatever is typed. */
export function ProductCell({ label, typed, isWrong, problem, onType, onProduct }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const search = useDeferredValue(typed.trim());
  const found = useRead('products', 'list', { search, limit: offered }, { enabled: isOpen, keepShowing: true });
  const products = found.data?.products ?? [];
  return (
    <AutoComplete<string>
      size="small"
      variant="borderless"
      className={styles.product ?? ''}
      aria-label={label}
      aria-invalid={isWrong}
      title={problem}
      {...(isWrong ? { status: 'error' as const } : {})}
      value={typed}
      // With nothing typed Enter is done with the lines: no list may take it.
      open={isOpen && search !== '' && products.length > 0}
      onOpenChange={setOpen}
      onBlur={() => setOpen(false)}
      defaultActiveFirstOption
      popupMatchSelectWidth={420}
      placeholder={t('order.productHint')}
      maxLength={100}
      options={products.map((product) => ({ value: product.id, label: product.name, product }))}
      optionRender={({ data: { product } }) => (
        <span className={styles.option}>
          <span className={styles.optionName}>
            {product.name}
            {product.spec !== null && <span className={styles.optionSide}> {product.spec}</span>}
          </span>
          <span className={styles.optionSide}>{product.code}</span>
          <span className={styles.optionPrice}>
            {product.unitPriceE4 === null ? '' : priceText(product.unitPriceE4)}
          </span>
        </span>
      )}
      // A chosen option comes here as its id: onSelect has the product.
      onChange={(text) => {
        if (!products.some((product) => product.id === text)) {
          setOpen(true);
          onType(text);
        }
      }}
      onSelect={(id) => {
        const product = products.find((each) => each.id === id);
        setOpen(false);
        if (product) onProduct(product);
      }}
    />
  );
}
