import { AutoComplete, Button, Drawer, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../components/day-picker.tsx';
import { FormField } from '../../../components/form-field.tsx';
import { problemOf } from '../../../components/form-problems.ts';
import { GrowingText } from '../../../components/growing-text.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { moveOnEnter } from '../../../components/move-on-enter.ts';
import { useToday } from '../../../ipc/use-book.ts';
import { useReach, useUsers } from '../../../ipc/use-current-user.ts';
import { useRead } from '../../../ipc/use-read.ts';
import { closeNewCustomer } from '../../../state/new-customer.ts';
import { openCustomer } from '../../../state/open-customer.ts';
import { goTo } from '../../../state/page.ts';
import { comboOf } from '../../../state/shortcuts.ts';
import { ContactLines } from './contact-lines.tsx';
import styles from './new-customer.module.css';
import { SameCustomerList } from './same-customer-list.tsx';
import { useNewCustomer } from './use-new-customer.ts';
import { useSameCustomers } from './use-same-customers.ts';

const none = 'none';

/** 新建客户: the name is enough; Enter moves on, Ctrl+S saves, closing keeps what is typed. */
export function NewCustomerForm() {
  const { t } = useTranslation();
  const form = useNewCustomer();
  const { typed, error, change } = form;
  const hints = useSameCustomers(typed);
  const today = useToday();
  const { users, current } = useUsers();
  const mayGiveTier = useReach('tiers.edit') !== null;
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const tags = useRead('tags', 'list', {}).data?.tags ?? [];
  const choices = useRead('customers', 'choices', {}).data;
  const openExisting = (id: string) => {
    closeNewCustomer();
    goTo('customers');
    openCustomer(id);
  };
  const suggested = { district: choices?.districts, industry: choices?.industries, source: choices?.sources };
  return (
    <Drawer
      open
      size={480}
      title={t('command.newCustomer')}
      onClose={closeNewCustomer}
      footer={
        <div className={styles.foot}>
          <span className={styles.kept} role="status">
            {form.hasDraft && form.isKept && t('followUp.draftKept')}
          </span>
          {form.hasDraft && (
            <Button type="text" onClick={form.discard}>
              {t('newCustomer.discard')}
            </Button>
          )}
          <Button type="primary" loading={form.isSaving} onClick={() => void form.save()}>
            {t('action.save')}
            <KeyHint combo="mod+s" onSolid />
          </Button>
        </div>
      }
    >
      <form
        className={styles.form}
        aria-label={t('command.newCustomer')}
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
        onKeyDown={(event) => {
          const combo = comboOf(event);
          if (combo !== 'mod+s' && combo !== 'mod+enter') return moveOnEnter(event);
          event.preventDefault();
          event.stopPropagation();
          void form.save();
        }}
      >
        <FormField label={t('field.customerName')} isRequired problem={problemOf(t, error, 'customer.name')}>
          <Input
            autoFocus
            size="small"
            required
            value={typed.name}
            maxLength={200}
            aria-label={t('field.customerName')}
            onChange={(event) => change({ name: event.target.value })}
          />
        </FormField>
        <SameCustomerList hints={hints} onOpen={openExisting} />
        <ContactLines
          typed={typed}
          error={error}
          onChangeLine={form.changeContact}
          onChange={(contacts) => change({ contacts })}
        />
        <FormField label={t('field.ownerId')}>
          <Select
            size="small"
            aria-label={t('field.ownerId')}
            value={typed.ownerId ?? none}
            options={[
              ...users
                .filter((user) => !user.isGone && (current?.role === 'owner' || user.id === current?.id))
                .map((user) => ({ value: user.id, label: user.name })),
              { value: none, label: t('filter.noOwner') },
            ]}
            onChange={(chosen) => change({ ownerId: chosen === none ? null : chosen })}
          />
        </FormField>
        <FormField label={t('field.tierId')}>
          <Select
            size="small"
            disabled={!mayGiveTier}
            aria-label={t('field.tierId')}
            value={typed.tierId ?? none}
            options={[
              ...tiers
                .filter((tier) => !tier.isArchived)
                .map((tier) => ({ value: tier.id, label: t('tier.named', { name: tier.name }) })),
              { value: none, label: t('tier.none') },
            ]}
            onChange={(chosen) => change({ tierId: chosen === none ? null : chosen })}
          />
        </FormField>
        <FormField label={t('column.tags')}>
          <Select<string[]>
            mode="tags"
            size="small"
            maxCount={50}
            aria-label={t('column.tags')}
            value={typed.tagNames}
            options={tags.map((tag) => ({ value: tag.name, label: tag.name }))}
            onChange={(tagNames) => change({ tagNames })}
          />
        </FormField>
        {(['district', 'industry', 'source'] as const).map((field) => (
          <FormField key={field} label={t(`field.${field}`)} problem={problemOf(t, error, `customer.${field}`)}>
            <AutoComplete
              size="small"
              aria-label={t(`field.${field}`)}
              value={typed[field]}
              options={(suggested[field] ?? [])
                .filter((value) => value.includes(typed[field]))
                .slice(0, 20)
                .map((value) => ({ value }))}
              onChange={(value: string) => change({ [field]: value ?? '' })}
            />
          </FormField>
        ))}
        <FormField label={t('field.address')} problem={problemOf(t, error, 'customer.address')}>
          <Input
            size="small"
            value={typed.address}
            maxLength={500}
            aria-label={t('field.address')}
            onChange={(event) => change({ address: event.target.value })}
          />
        </FormField>
        <FormField label={t('column.nextVisitOn')} problem={problemOf(t, error, 'nextVisit.on')}>
          <DayPicker
            size="small"
            label={t('column.nextVisitOn')}
            value={typed.nextOn}
            from={today}
            placeholder={t('followUp.noNext')}
            onChange={(nextOn) => change({ nextOn })}
          />
        </FormField>
        <FormField label={t('field.note')} problem={problemOf(t, error, 'customer.note')}>
          <GrowingText
            value={typed.note}
            maxLength={5000}
            aria-label={t('field.note')}
            onChange={(event) => change({ note: event.target.value })}
          />
        </FormField>
      </form>
    </Drawer>
  );
}
