import { useState } from 'react';
import { z } from 'zod';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Fen } from '../../../src-shared/core/money.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import { type PaymentMethod, paymentMethods } from '../../../src-shared/payments/payment.ts';
import { useSaving } from '../../components/use-saving.ts';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useDraft } from '../../state/drafts.ts';
import { askMoney } from '../../state/money-request.ts';
import { readLayout, saveLayout } from '../../state/saved-layout.ts';
import { notifyDone } from '../../state/toasts.ts';
import { moneyText, readTypedAmount, typedMoney } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { blankPayment, type PaymentDraft, paymentDraftSchema, paymentFields, saysSomething } from './payment-draft.ts';
import { readSpread } from './spread.ts';

interface Settings {
  readonly customerId: Id | null;
  readonly receivableId: Id | null;
  readonly onDone: () => void;
}

const methodKey = 'payments.lastMethod';

function lastMethod(): PaymentMethod {
  return readLayout(methodKey, z.enum(paymentMethods)) ?? 'transfer';
}

/** What is typed into 记回款, how it is spread over what is open, and saving it. */
export function usePaymentForm({ customerId, receivableId, onDone }: Settings) {
  const { t, today } = useWindowWords();
  const draft = useDraft(`payment ${customerId ?? 'any'} ${receivableId ?? ''}`, paymentDraftSchema);
  const [start] = useState(() => blankPayment(today, lastMethod()));
  const [error, setError] = useState<AppError | null>(null);
  const { isSaving, begin, end } = useSaving();
  const typed = draft.value ?? start;
  const known = useRead('customers', 'get', { id: customerId ?? '' }, { enabled: customerId !== null });
  const customer =
    customerId === null ? typed.customer : { id: customerId, name: known.data?.name ?? typed.customer?.name ?? '' };

  // What is open is asked with the amount, so that main process and form spread by one rule.
  const [askedFen, setAskedFen] = useState<Fen | null>(null);
  const proposal = useRead(
    'payments',
    'propose',
    {
      customerId: customer?.id ?? '',
      amountFen: askedFen,
      receivedOn: typed.receivedOn,
      firstReceivableId: receivableId,
    },
    { enabled: customer !== null, keepShowing: true },
  );
  // What is kept showing may be another customer's.
  const lines = (proposal.data?.lines ?? []).filter(({ receivable }) => receivable.customerId === customer?.id);
  const started = lines.find(({ receivable }) => receivable.id === receivableId)?.receivable ?? null;
  const amount = typed.amount ?? (started ? typedMoney(started.openFen) : '');
  const read = readTypedAmount(amount);
  const amountFen = read.kind === 'amount' ? read.fen : null;
  if (amountFen !== askedFen) setAskedFen(amountFen);

  const debts = lines.map(({ receivable }) => receivable);
  const hand = typed.parts === null ? null : readSpread(amountFen, typed.parts, debts);
  const automatic = Object.fromEntries(
    lines.map(({ receivable, proposedFen }) => [
      receivable.id,
      amountFen === null || proposedFen === 0 ? '' : typedMoney(proposedFen),
    ]),
  );
  const change = (fields: Partial<PaymentDraft>) => {
    setError(null);
    draft.set({ ...typed, ...fields });
  };

  const settlesOf = async (
    wholeFen: Fen,
  ): Promise<Result<ReturnType<typeof readSpread>['settles'] | null, AppError>> => {
    if (typed.isDeposit) return ok([]);
    if (hand) return ok(hand.settles);
    if (receivableId === null || !customer) return ok(null);
    // The debt it was started from comes first, as shown: that is for the caller to say.
    const { receivedOn } = typed;
    const asked = { customerId: customer.id, amountFen: wholeFen, receivedOn, firstReceivableId: receivableId };
    const fresh = await settled(client.payments.propose(asked));
    if (!fresh.ok) return fresh;
    return ok(
      fresh.value.lines.flatMap(({ receivable, proposedFen }) =>
        proposedFen > 0 ? [{ receivableId: receivable.id, amountFen: proposedFen }] : [],
      ),
    );
  };
  const missing = (field: string) => setError({ kind: 'validation', fields: [{ field, problem: 'required' }] });
  const save = async (): Promise<void> => {
    if (!customer) return missing('customerId');
    if (amountFen === null) return read.kind === 'empty' ? missing('amountFen') : undefined;
    if (hand && !hand.isSound && !typed.isDeposit) return;
    if (!begin()) return;
    const settles = await settlesOf(amountFen);
    const done = settles.ok
      ? await settled(
          client.payments.record({
            customerId: customer.id,
            payment: paymentFields(typed, amountFen),
            settles: settles.value === null ? null : [...settles.value],
          }),
        )
      : settles;
    end();
    if (!done.ok) {
      setError(done.error);
      if (done.error.kind !== 'validation') sayError(done.error);
      return;
    }
    draft.clear();
    saveLayout(methodKey, typed.method);
    const { batchId, prepaidFen } = done.value;
    const said = { name: customer.name, amount: moneyText(amountFen), rest: moneyText(prepaidFen) };
    notifyDone(prepaidFen > 0 ? t('payment.savedWithRest', said) : t('payment.saved', said), batchId);
    onDone();
  };
  /** Esc on what was half typed costs nothing: it can be taken up again. */
  const discard = () => {
    const left = draft.value;
    draft.clear();
    if (left === null || !saysSomething(left)) return;
    const again = () => {
      draft.set(left);
      askMoney({ kind: 'payment', customerId, ...(receivableId === null ? {} : { receivableId }) });
    };
    notifyDone(t('payment.notSaved'), null, { label: t('action.goOn'), run: again });
  };
  return {
    typed,
    customer,
    amount,
    amountFen,
    isUntouched: draft.value === null && receivableId !== null,
    isKept: draft.isKept,
    error,
    isSaving,
    lines,
    /** Settled first: it was recorded from this debt. */
    started,
    isLoading: customer !== null && proposal.data === undefined && !proposal.error,
    loadError: proposal.error ?? known.error,
    hand,
    parts: typed.parts ?? automatic,
    settledFen: hand ? hand.settledFen : null,
    restFen: hand ? hand.restFen : amountFen === null ? null : (proposal.data?.restFen ?? null),
    prepaidFen: proposal.data?.prepaidFen ?? null,
    change,
    changePart: (id: Id, text: string) => change({ parts: { ...(typed.parts ?? automatic), [id]: text } }),
    spreadAlone: () => change({ parts: null }),
    save,
    discard,
  };
}

export type PaymentForm = ReturnType<typeof usePaymentForm>;
