import { useEffect, useState } from 'react';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Result } from '../../../src-shared/core/result.ts';
import type { ChangeOutcome } from '../../../src-shared/history/change-outcome.ts';
import type { InputOf, OutputOfProcedure } from '../../../src-shared/ipc/procedure.ts';
import type { OrderDetail } from '../../../src-shared/orders/order.ts';
import type { ordersContract, UsablePrepayment } from '../../../src-shared/orders/orders-contract.ts';
import { planInstalments } from '../../../src-shared/orders/plan-instalments.ts';
import type { ChosenReleases } from '../../../src-shared/receivables/chosen-releases.ts';
import { type CreditTerms, dueDayOf } from '../../../src-shared/receivables/credit-terms.ts';
import { useSaving } from '../../components/use-saving.ts';
import { useSettled } from '../../components/use-settled.ts';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useDraft } from '../../state/drafts.ts';
import { askMoney } from '../../state/money-request.ts';
import { notifyDone } from '../../state/toasts.ts';
import { moneyText, readTypedAmount } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { lineProblemText } from './cell-problem-text.ts';
import {
  amountOfForm,
  blankOrder,
  creditOf,
  filledLines,
  formOf,
  lineInputs,
  type OrderForm,
  orderDraftSchema,
  planOf,
  saysSomething,
  typedCredit,
  typedPrepayment,
} from './order-draft.ts';
import { type CheckInput, paymentOf, proposedUse, takenAmount } from './order-form-money.ts';
import { blankLine, type TypedLine, withPastedProduct } from './order-lines.ts';

export type OrderCheck = OutputOfProcedure<(typeof ordersContract)['check']>;
export type Approval = NonNullable<InputOf<(typeof ordersContract)['create']>['approval']>;

/** What has to be agreed before an order is saved. */
export interface OrderQuestion {
  readonly breaches: OrderCheck['breaches'];
  readonly releases: OrderCheck['releases'];
  readonly releasable: OrderCheck['releasable'];
}

interface Settings {
  readonly customerId: Id | null;
  /** Null: a new one. */
  readonly order: OrderDetail | null;
  readonly onDone: (orderId: Id) => void;
}

const cash: CreditTerms = { kind: 'days', days: 0 };
const checkDelayMs = 300;

/** What is typed into 销售单, what follows from it, and saving it. */
export function useOrderForm({ customerId, order, onDone }: Settings) {
  const { t, today } = useWindowWords();
  const { current } = useUsers();
  const isOwnOnly = useReach('orders.edit') === 'own';
  const draft = useDraft(order ? `order ${order.id}` : `new-order ${customerId ?? 'any'}`, orderDraftSchema);
  const [start] = useState(() => (order ? formOf(order, blankLine) : blankOrder(today, blankLine())));
  const [error, setError] = useState<AppError | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** How often saving was tried and something was missing or wrong. */
  const [refusals, setRefusals] = useState(0);
  const [question, setQuestion] = useState<OrderQuestion | null>(null);
  const [agreed, setAgreed] = useState<ChosenReleases['releases']>([]);
  const { isSaving, begin, end } = useSaving();
  const form = draft.value ?? start;
  const known = useRead('customers', 'get', { id: customerId ?? '' }, { enabled: customerId !== null && !order });
  const customer =
    customerId === null || order
      ? form.customer
      : { id: customerId, name: known.data?.name ?? form.customer?.name ?? '' };

  const begun = useRead(
    'orders',
    'start',
    { customerId: customer?.id ?? '', issuedOn: form.issuedOn },
    { enabled: customer !== null && !order, keepShowing: true },
  ).data;
  const salespersonId =
    form.salespersonId === 'proposed' ? (begun?.salespersonId ?? current?.id ?? null) : form.salespersonId;
  const credit = form.credit ?? typedCredit(begun?.credit ?? cash);
  const terms = creditOf(credit);
  const amountFen = amountOfForm(form);
  const dueOn = dueDayOf(form.issuedOn, terms ?? cash);
  const plan = planOf(form, dueOn);
  const instalments =
    terms && plan && amountFen >= 0
      ? planInstalments({ issuedOn: form.issuedOn, amountFen, credit: terms, plan })
      : null;

  const [prepayments, setPrepayments] = useState<readonly UsablePrepayment[]>([]);
  const used = form.usePrepayment ?? proposedUse(prepayments, amountFen);
  const takenFen = takenAmount(form);

  const input = inputOf();
  const asked = useSettled(input, checkDelayMs);
  const nothing: CheckInput = {
    customerId: '',
    issuedOn: form.issuedOn,
    credit: cash,
    plan: { kind: 'once' },
    lines: [],
  };
  const check = useRead('orders', 'check', asked ?? nothing, { enabled: asked !== null, keepShowing: true });
  const proposals = check.data?.prepayments ?? begun?.prepayments;
  useEffect(() => {
    if (proposals) setPrepayments(proposals);
  }, [proposals]);

  const change = (fields: Partial<OrderForm>) => {
    setError(null);
    setProblem(null);
    draft.set({ ...form, ...fields });
  };

  function inputOf(): CheckInput | null {
    const lines = lineInputs(form, t('order.bareTitle'));
    if (!customer || !lines || !terms || !plan || !instalments || takenFen === 'wrong') return null;
    return {
      customerId: customer.id,
      orderNo: form.orderNo,
      issuedOn: form.issuedOn,
      salespersonId,
      credit: terms,
      plan,
      contractNo: form.contractNo,
      contractEndOn: form.contractEndOn,
      note: form.note,
      lines: [...lines],
      usePrepayment: order ? [] : [...typedPrepayment(used)],
      payment: order || takenFen === null ? null : paymentOf(form, takenFen, amountFen),
      orderId: order?.id ?? null,
    };
  }

  /** Why it cannot be saved as it stands, in words; null: nothing is missing. */
  function missing(): string | null {
    if (!customer) return t('order.problem.customer');
    if (form.isBare && readTypedAmount(form.bareAmount).kind !== 'amount') return t('order.problem.amount');
    if (!form.isBare && filledLines(form).length === 0) return t('order.problem.lines');
    const wrongLine = form.isBare ? null : lineProblemText(t, form.lines);
    if (wrongLine !== null) return wrongLine;
    if (amountFen < 0) return t('order.problem.negative');
    if (!terms) return t('order.problem.credit');
    if (!instalments) return t('order.problem.plan');
    if (takenFen === 'wrong') return t('order.problem.payment');
    if (form.payment.isTaken && form.payment.method === 'acceptance_bill' && form.payment.billDueOn === null) {
      return t('order.problem.bill');
    }
    return null;
  }

  const submit = async () => {
    const said = missing();
    setProblem(said);
    if (said !== null) setRefusals((before) => before + 1);
    if (said !== null || !input || !begin()) return;
    const checked = await settled(client.orders.check(input));
    end();
    if (!checked.ok) return fail(checked.error);
    const { breaches, releases, releasable } = checked.value;
    setAgreed([]);
    if (breaches.length > 0 || releases.length > 0) {
      setQuestion({ breaches, releases, releasable });
      return;
    }
    await write({ approval: null, releases: [] });
  };

  /** What is freed was seen; limits that are passed are asked about next. */
  const agreeReleases = (releases: ChosenReleases['releases']) => {
    if (!question) return;
    const { breaches } = question;
    setAgreed(releases);
    setQuestion(breaches.length > 0 ? { breaches, releases: [], releasable: [] } : null);
    if (breaches.length === 0) void write({ approval: null, releases });
  };

  /** Gives back why not, for the dialog that asked; null: it is saved, or the form says why not. */
  const write = async (consent: {
    readonly approval: Approval | null;
    readonly releases: ChosenReleases['releases'];
  }): Promise<AppError | null> => {
    if (!input || !begin()) return null;
    const { orderId: _orderId, usePrepayment, payment, customerId: ofCustomer, ...fields } = input;
    const done: Result<ChangeOutcome & { readonly id: Id; readonly orderNo: string }, AppError> = order
      ? await updated(order, fields, consent)
      : await settled(
          client.orders.create({
            ...fields,
            customerId: ofCustomer,
            usePrepayment,
            payment,
            approval: consent.approval,
          }),
        );
    end();
    if (!done.ok) {
      if (isAboutPerson(done.error)) return done.error;
      setQuestion(null);
      fail(done.error);
      return null;
    }
    draft.clear();
    const { id, orderNo, batchId } = done.value;
    notifyDone(t('order.saved', { no: orderNo, name: customer?.name ?? '', amount: moneyText(amountFen) }), batchId, {
      label: t('order.open'),
      run: () => askMoney({ kind: 'order', orderId: id }),
    });
    onDone(id);
    return null;
  };

  const fail = (failure: AppError) => {
    setError(failure);
    if (failure.kind !== 'validation') sayError(failure);
  };

  /** Esc or 取消 on a long order costs nothing: what was typed can be taken up again. */
  const discard = () => {
    const left = draft.value;
    draft.clear();
    if (left === null || !saysSomething(left)) return;
    const again = () => {
      draft.set(left);
      askMoney(order ? { kind: 'order', orderId: order.id } : { kind: 'newOrder', customerId });
    };
    notifyDone(t('order.notSaved'), null, { label: t('action.goOn'), run: again });
  };

  /** Names that were pasted and are those of a product become that product. */
  const adoptProducts = async (pasted: readonly TypedLine[]) => {
    const names = new Set(pasted.map(({ title }) => title.trim()).filter((name) => name !== ''));
    const keys = new Set(pasted.map(({ key }) => key));
    for (const name of names) {
      const found = await settled(client.products.list({ search: name, limit: 5 }));
      if (!found.ok) return;
      const product = found.value.products.find((each) => each.name === name || each.code === name);
      if (!product) continue;
      draft.change((present) => {
        const now = present ?? form;
        const adopt = (line: TypedLine) => keys.has(line.key) && line.title.trim() === name;
        return { ...now, lines: now.lines.map((line) => (adopt(line) ? withPastedProduct(line, product) : line)) };
      });
    }
  };

  return {
    form,
    customer,
    salespersonId,
    credit,
    dueOn,
    amountFen,
    instalments,
    prepayments,
    used,
    takenFen: takenFen === 'wrong' ? null : takenFen,
    orderNo: form.orderNo ?? begun?.orderNo ?? '',
    allowedDiscountBp: begun?.discountBp ?? 0,
    neededDepositBp: begun?.depositBp ?? 0,
    check: asked !== null && input !== null ? (check.data ?? null) : null,
    isOwnOnly,
    isKept: draft.isKept,
    isSaving,
    error,
    problem,
    refusals,
    question,
    change,
    adoptProducts,
    submit,
    agreeReleases,
    approve: (approval: Approval) => write({ approval, releases: agreed }),
    dropQuestion: () => setQuestion(null),
    discard,
  };
}
export type OrderFormState = ReturnType<typeof useOrderForm>;

async function updated(
  order: OrderDetail,
  fields: InputOf<(typeof ordersContract)['update']>['fields'],
  agreed: { readonly approval: Approval | null; readonly releases: ChosenReleases['releases'] },
): Promise<Result<ChangeOutcome & { readonly id: Id; readonly orderNo: string }, AppError>> {
  const { id } = order;
  const releases = agreed.releases.length === 0 ? null : [...agreed.releases];
  const done = await settled(client.orders.update({ id, fields, releases, approval: agreed.approval }));
  return done.ok ? { ok: true, value: { ...done.value, id, orderNo: fields.orderNo ?? order.orderNo } } : done;
}

/** What the person asked to agree can put right. */
function isAboutPerson(error: AppError): boolean {
  return error.kind === 'conflict' && (error.reason === 'wrong_pin' || error.reason === 'too_many_tries');
}
