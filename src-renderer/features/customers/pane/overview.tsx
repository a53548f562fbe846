import { useTranslation } from 'react-i18next';
import type { CustomerFields } from '../../../../src-shared/customers/customer.ts';
import { InlineField } from '../../../components/inline-field.tsx';
import { useMay } from '../../../ipc/use-current-user.ts';
import { useRead } from '../../../ipc/use-read.ts';
import { phoneText } from '../../../text/number-text.ts';
import { ChoiceFields } from './choice-fields.tsx';
import styles from './overview.module.css';
import { fieldChange, type ReadCustomer, saveCustomer } from './save-field.ts';

/** Fields that hold plain text, in the order a person asks for them. */
const textFields = [
  'name',
  'shortName',
  'phone',
  'wechat',
  'email',
  'website',
  'province',
  'city',
  'district',
  'address',
  'industry',
  'source',
  'uscc',
  'note',
] as const satisfies readonly (keyof CustomerFields)[];

/** 概况: every field, edited where it stands. */
export function Overview({ customer }: { readonly customer: ReadCustomer }) {
  const { t } = useTranslation();
  const mayEdit = useMay('customers.edit', customer.ownerId) && customer.deletedAt === null;
  const choices = useRead('customers', 'choices', {}).data;
  const suggestions: Partial<Record<(typeof textFields)[number], readonly string[]>> = choices
    ? { district: choices.districts, industry: choices.industries, source: choices.sources }
    : {};
  return (
    <div className={styles.overview}>
      <ChoiceFields customer={customer} mayEdit={mayEdit} />
      {textFields.map((field) => {
        const label = field === 'name' ? t('field.customerName') : t(`field.${field}`);
        const value = customer[field];
        const offered = suggestions[field];
        return (
          <InlineField
            key={field}
            label={label}
            value={value}
            shown={field === 'phone' && value !== null ? phoneText(value) : undefined}
            draftKey={`customer:${customer.id}:${field}`}
            isReadOnly={!mayEdit}
            isLong={field === 'note' || field === 'address'}
            {...(offered ? { suggestions: offered } : {})}
            onSave={(typed) => saveCustomer(customer, fieldChange(field, typed), label)}
          />
        );
      })}
    </div>
  );
}
