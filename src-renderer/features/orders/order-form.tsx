import { Input, Modal, Switch } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import type { OrderDetail } from '../../../src-shared/orders/order.ts';
import { CustomerField } from '../../components/customer-field.tsx';
import { DayPicker } from '../../components/day-picker.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { MoneyField } from '../../components/money-field.tsx';
import { moveOnEnter } from '../../components/move-on-enter.ts';
import { PersonField } from '../../components/person-field.tsx';
import { closeMoneyRequest } from '../../state/money-request.ts';
import { comboOf } from '../../state/shortcuts.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { ApprovalDialog } from './approval-dialog.tsx';
import { LineGrid } from './line-grid.tsx';
import { percentText } from './order-draft.ts';
import { OrderFoot } from './order-foot.tsx';
import styles from './order-form.module.css';
import { OrderMoneyFields } from './order-money-fields.tsx';
import { PlanFields } from './plan-fields.tsx';
import { ReleasesDialog } from './releases-dialog.tsx';
import { type OrderFormState, useOrderForm } from './use-order-form.ts';

/** 新建销售单, of this customer or one to be found. */
export function OrderForm({ customerId }: { readonly customerId: Id | null }) {
  return <OrderEditor customerId={customerId} order={null} onDone={closeMoneyRequest} onClose={closeMoneyRequest} />;
}

interface Props {
  readonly customerId: Id | null;
  /** Null: a new one. */
  readonly order: OrderDetail | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A new order, or one that is changed. Enter moves on, Ctrl+Enter saves; what is typed is kept until it is saved or dropped. */
export function OrderEditor({ customerId, order, onDone, onClose }: Props) {
  const { t } = useWindowWords();
  const form = useOrderForm({ customerId, order, onDone });
  const section = useRef<HTMLElement>(null);
  const afterLines = useRef<HTMLDivElement>(null);
  const focusOn = (cell: string) => section.current?.querySelector<HTMLInputElement>(`${cell} input`)?.focus();
  const { refusals } = form;
  // Where something is missing or wrong one goes on.
  useEffect(() => {
    if (refusals > 0) section.current?.querySelector<HTMLInputElement>('input[aria-invalid=true]')?.focus();
  }, [refusals]);
  const drop = () => {
    form.discard();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (!['mod+enter', 'mod+s'].includes(comboOf(event))) return moveOnEnter(event);
    event.preventDefault();
    event.stopPropagation();
    void form.submit();
  };
  const { question } = form;
  const name = form.customer?.name ?? '';
  return (
    <Modal
      open
      width={1120}
      style={{ top: 24 }}
      title={
        order
          ? t('order.editTitle', { no: order.orderNo, name })
          : customerId !== null && name !== ''
            ? t('order.newTitleFor', { name })
            : t('order.newTitle')
      }
      footer={null}
      mask={{ closable: false }}
      onCancel={drop}
    >
      <section ref={section} className={styles.form} aria-label={t('order.form')} onKeyDown={onKeyDown}>
        <div className={styles.scroll}>
          <HeadFields
            form={form}
            customerId={customerId}
            isNew={order === null}
            onCustomer={() => focusOn('[data-column=title]')}
          />
          <div className={styles.linesHead}>
            <h3 className={styles.title}>{t('order.lines')}</h3>
            {form.allowedDiscountBp > 0 && (
              <span className={styles.quiet}>
                {t('order.allowedDiscount', { percent: percentText(form.allowedDiscountBp) })}
              </span>
            )}
            <span className={styles.bare}>
              <Switch
                size="small"
                aria-label={t('order.bare')}
                checked={form.form.isBare}
                onChange={(isBare) => form.change({ isBare })}
              />
              {t('order.bare')}
            </span>
          </div>
          {form.form.isBare ? (
            <div className={styles.bareAmount}>
              <FormField label={t('order.column.amount')} isRequired>
                <MoneyField
                  label={t('order.column.amount')}
                  hasFocus
                  typed={form.form.bareAmount}
                  onType={(bareAmount) => form.change({ bareAmount })}
                />
              </FormField>
              <span className={styles.quiet}>{t('order.bareWords')}</span>
            </div>
          ) : (
            <LineGrid
              lines={form.form.lines}
              showsMissing={refusals > 0}
              onChange={(lines) => form.change({ lines: [...lines] })}
              onPasted={(lines) => void form.adoptProducts(lines)}
              onLeave={() => afterLines.current?.querySelector<HTMLInputElement>('input')?.focus()}
            />
          )}
          <div ref={afterLines} className={styles.columns}>
            <div>
              <PlanFields form={form} />
            </div>
            <div>
              {order === null && <OrderMoneyFields form={form} />}
              <MoreFields form={form} />
            </div>
          </div>
        </div>
        <OrderFoot form={form} onCancel={drop} />
      </section>
      {question && question.releases.length > 0 && (
        <ReleasesDialog
          releases={question.releases}
          releasable={question.releasable}
          instalments={order?.instalments ?? []}
          onAgree={form.agreeReleases}
          onCancel={form.dropQuestion}
        />
      )}
      {question && question.releases.length === 0 && question.breaches.length > 0 && (
        <ApprovalDialog
          breaches={question.breaches}
          isSaving={form.isSaving}
          onApprove={form.approve}
          onCancel={form.dropQuestion}
        />
      )}
    </Modal>
  );
}

interface HeadProps {
  readonly form: OrderFormState;
  readonly customerId: Id | null;
  readonly isNew: boolean;
  /** Chosen: what the rest needs is proposed, and one goes on with the goods. */
  readonly onCustomer: () => void;
}

function HeadFields({ form: state, customerId, isNew, onCustomer }: HeadProps) {
  const { t, today } = useWindowWords();
  const { form, change, error } = state;
  const taken = error?.kind === 'conflict' && error.reason === 'order_no_taken' ? t('order.noTaken') : null;
  return (
    <div className={styles.head}>
      {isNew && customerId === null && (
        <FormField label={t('money.customer')} isRequired problem={problemOf(t, error, 'customerId')}>
          <CustomerField
            label={t('money.customer')}
            right="orders.edit"
            value={state.customer}
            hasFocus
            isMissing={state.refusals > 0 && state.customer === null}
            onChange={(customer) => {
              change({ customer, usePrepayment: null, credit: null, salespersonId: 'proposed' });
              onCustomer();
            }}
          />
        </FormField>
      )}
      <FormField label={t('order.no')} problem={taken ?? problemOf(t, error, 'orderNo')}>
        <Input
          size="small"
          aria-label={t('order.no')}
          maxLength={40}
          value={state.orderNo}
          onFocus={(event) => event.target.select()}
          onChange={(event) => change({ orderNo: event.target.value === '' ? null : event.target.value })}
        />
      </FormField>
      <FormField label={t('order.issuedOn')} problem={problemOf(t, error, 'issuedOn')}>
        <DayPicker
          size="small"
          label={t('order.issuedOn')}
          value={form.issuedOn}
          isClearable={false}
          presets={[{ label: t('day.today'), day: today }]}
          onChange={(issuedOn) => issuedOn && change({ issuedOn })}
        />
      </FormField>
      <FormField label={t('order.salesperson')} problem={problemOf(t, error, 'salespersonId')}>
        <PersonField
          label={t('order.salesperson')}
          nobody={t('payment.nobody')}
          value={state.salespersonId}
          onChange={(salespersonId) => change({ salespersonId })}
        />
      </FormField>
    </div>
  );
}

function MoreFields({ form: { form, change, error } }: { readonly form: OrderFormState }) {
  const { t } = useWindowWords();
  return (
    <>
      <FormField label={t('order.contractNo')} problem={problemOf(t, error, 'contractNo')}>
        <div className={styles.inline}>
          <Input
            size="small"
            aria-label={t('order.contractNo')}
            maxLength={60}
            value={form.contractNo}
            onChange={(event) => change({ contractNo: event.target.value })}
          />
          <DayPicker
            size="small"
            label={t('order.contractEndOn')}
            placeholder={t('order.contractEndOn')}
            value={form.contractEndOn}
            onChange={(contractEndOn) => change({ contractEndOn })}
          />
        </div>
      </FormField>
      <FormField label={t('field.note')} problem={problemOf(t, error, 'note')}>
        <Input
          size="small"
          aria-label={t('field.note')}
          maxLength={1_000}
          value={form.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </FormField>
    </>
  );
}
