import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readScaled, scaledText } from '../../../src-shared/core/scaled-number.ts';
import type { Product } from '../../../src-shared/products/product.ts';
import { ChangeForm, useChange } from '../../components/change-form.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { client } from '../../ipc/client.ts';

const decimals = 4;
const words = ['name', 'spec', 'code', 'unit'] as const;
const prices = ['price', 'cost'] as const;
const longest = { name: 100, spec: 100, code: 60, unit: 20 } as const;

/** A product, new or changed. Old orders keep what they say. */
export function ProductDialog({
  product,
  onClose,
}: {
  readonly product: Product | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const priceOf = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : scaledText(value, decimals, 2);
  const [typed, setTyped] = useState({
    name: product?.name ?? '',
    spec: product?.spec ?? '',
    code: product?.code ?? '',
    unit: product?.unit ?? '',
    price: priceOf(product?.unitPriceE4),
    cost: priceOf(product?.costE4),
    note: product?.note ?? '',
  });
  const { error, isSaving, run, missing } = useChange(onClose);
  const readPrice = (text: string): number | null | 'wrong' => {
    const read = readScaled(text, decimals);
    if (read.kind === 'empty') return null;
    return read.kind === 'number' && read.value >= 0 ? read.value : 'wrong';
  };
  const save = () => {
    const unitPriceE4 = readPrice(typed.price);
    const costE4 = readPrice(typed.cost);
    if (typed.name.trim() === '') return missing('name');
    if (unitPriceE4 === 'wrong' || costE4 === 'wrong') return;
    const { name, spec, code, unit, note } = typed;
    const fields = { name, spec, code, unit, note, unitPriceE4, costE4 };
    void run(
      () => (product ? client.products.update({ id: product.id, fields }) : client.products.create(fields)),
      t(product ? 'product.saved' : 'product.added', { name: name.trim() }),
    );
  };
  const title = product ? t('product.editOf', { name: product.name }) : t('product.add');
  return (
    <Modal open width={480} title={title} footer={null} onCancel={onClose}>
      <ChangeForm label={t('action.save')} isSaving={isSaving} onSave={save} onCancel={onClose}>
        {words.map((field) => (
          <FormField
            key={field}
            label={t(`product.${field}`)}
            isRequired={field === 'name'}
            problem={problemOf(t, error, field)}
          >
            <Input
              size="small"
              autoFocus={field === 'name'}
              aria-label={t(`product.${field}`)}
              maxLength={longest[field]}
              value={typed[field]}
              onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
            />
          </FormField>
        ))}
        {prices.map((field) => (
          <FormField
            key={field}
            label={t(`product.${field}`)}
            problem={readPrice(typed[field]) === 'wrong' ? t('product.wrongPrice') : null}
          >
            <Input
              size="small"
              prefix="¥"
              inputMode="decimal"
              aria-label={t(`product.${field}`)}
              maxLength={20}
              value={typed[field]}
              onFocus={(event) => event.target.select()}
              onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
            />
          </FormField>
        ))}
        <FormField label={t('field.note')} problem={problemOf(t, error, 'note')}>
          <Input
            size="small"
            aria-label={t('field.note')}
            maxLength={500}
            value={typed.note}
            onChange={(event) => setTyped({ ...typed, note: event.target.value })}
          />
        </FormField>
      </ChangeForm>
    </Modal>
  );
}
