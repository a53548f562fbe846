import { Button, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../src-shared/core/app-error.ts';
import { FormField } from '../../../components/form-field.tsx';
import { problemOf } from '../../../components/form-problems.ts';
import styles from './new-customer.module.css';
import {
  contactProblemPath,
  emptyContactDraft,
  type NewContactDraft,
  type NewCustomerDraft,
} from './new-customer-draft.ts';

interface Props {
  readonly typed: NewCustomerDraft;
  readonly error: AppError | null;
  readonly onChangeLine: (line: number, fields: Partial<NewContactDraft>) => void;
  readonly onChange: (contacts: NewContactDraft[]) => void;
}

const fields = ['name', 'mobile', 'wechat', 'title'] as const;

/** Whom to call. The first line stands open; a shop's number alone is enough. */
export function ContactLines({ typed, error, onChangeLine, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {typed.contacts.map((contact, line) => {
        const path = contactProblemPath(typed, line);
        return (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own, only a place
            key={line}
            className={styles.contact}
            aria-label={t('newCustomer.contactNumber', { number: line + 1 })}
          >
            {fields.map((field) => {
              const label = t(field === 'name' ? 'newCustomer.contactName' : `field.${field}`);
              return (
                <FormField
                  key={field}
                  label={label}
                  problem={path === null ? null : problemOf(t, error, `${path}.${field}`)}
                >
                  <Input
                    size="small"
                    value={contact[field]}
                    maxLength={100}
                    aria-label={label}
                    onChange={(event) => onChangeLine(line, { [field]: event.target.value })}
                  />
                </FormField>
              );
            })}
            {typed.contacts.length > 1 && (
              <button
                type="button"
                className={styles.removeLine}
                aria-label={t('newCustomer.removeContact', { number: line + 1 })}
                onClick={() => onChange(typed.contacts.filter((_contact, index) => index !== line))}
              >
                <X size={14} strokeWidth={1.75} aria-hidden />
              </button>
            )}
          </fieldset>
        );
      })}
      <Button
        size="small"
        type="text"
        className={styles.addLine ?? ''}
        icon={<Plus size={14} strokeWidth={1.75} />}
        disabled={typed.contacts.length >= 50}
        onClick={() => onChange([...typed.contacts, emptyContactDraft])}
      >
        {t('contact.add')}
      </Button>
    </>
  );
}
