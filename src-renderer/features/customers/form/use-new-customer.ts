import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../src-shared/core/app-error.ts';
import { client } from '../../../ipc/client.ts';
import { sayError, settled } from '../../../ipc/report.ts';
import { useReach, useUsers } from '../../../ipc/use-current-user.ts';
import { useRead } from '../../../ipc/use-read.ts';
import { useDraft } from '../../../state/drafts.ts';
import { closeNewCustomer } from '../../../state/new-customer.ts';
import { openCustomer, writeFollowUp } from '../../../state/open-customer.ts';
import { goTo } from '../../../state/page.ts';
import { notifyDone } from '../../../state/toasts.ts';
import { tagIdsOf } from '../pane/tag-field.tsx';
import {
  createInputOf,
  emptyNewCustomer,
  type NewContactDraft,
  type NewCustomerDraft,
  newCustomerDraftSchema,
} from './new-customer-draft.ts';

/** The state of the form for a new customer: what is typed, what is wrong with it, and saving. */
export function useNewCustomer() {
  const { t } = useTranslation();
  const { current } = useUsers();
  const mayFollow = useReach('follow_ups.edit') !== null;
  const tags = useRead('tags', 'list', {}).data?.tags ?? [];
  const draft = useDraft('new-customer', newCustomerDraftSchema);
  const [error, setError] = useState<AppError | null>(null);
  const [isSaving, setSaving] = useState(false);
  const typed = draft.value ?? emptyNewCustomer(current?.role === 'bookkeeper' ? null : (current?.id ?? null));

  const change = (fields: Partial<NewCustomerDraft>) => draft.set({ ...typed, ...fields });
  const changeContact = (line: number, fields: Partial<NewContactDraft>) =>
    change({
      contacts: typed.contacts.map((contact, index) => (index === line ? { ...contact, ...fields } : contact)),
    });
  const save = async (): Promise<void> => {
    if (isSaving) return;
    setSaving(true);
    const tagIds = await tagIdsOf(typed.tagNames, tags);
    if (tagIds === null) return setSaving(false);
    const made = await settled(client.customers.create(createInputOf(typed, tagIds)));
    setSaving(false);
    if (!made.ok) {
      setError(made.error);
      if (made.error.kind !== 'validation') sayError(made.error);
      return;
    }
    draft.clear();
    closeNewCustomer();
    notifyDone(t('newCustomer.saved', { name: typed.name.trim() }), made.value.batchId);
    goTo('customers');
    if (mayFollow) writeFollowUp(made.value.id);
    else openCustomer(made.value.id);
  };
  const discard = () => {
    draft.clear();
    setError(null);
  };
  return {
    typed,
    isKept: draft.isKept,
    hasDraft: draft.value !== null,
    error,
    isSaving,
    change,
    changeContact,
    save,
    discard,
  };
}
