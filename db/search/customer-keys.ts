import { normaliseName } from '../../src-shared/customers/normalised-name.ts';
import { normalisePhone } from '../../src-shared/customers/phone.ts';
import { splitPhones } from '../../src-shared/customers/split-phones.ts';
import { parseUscc } from '../../src-shared/customers/uscc.ts';

export type CustomerKeyKind = 'name' | 'mobile' | 'landline' | 'uscc' | 'wechat';
export type CustomerKey = readonly [kind: CustomerKeyKind, value: string];

/** What is known of a customer, stored or being typed, that another may share (domain §8). Texts as written. */
export interface KeySource {
  readonly name: string | null;
  readonly uscc: string | null;
  /** The customer's and those of its contacts. */
  readonly phones: readonly (string | null)[];
  readonly wechats: readonly (string | null)[];
}

/** Each key once. Blank and unreadable texts give none. */
export function customerKeys(source: KeySource): readonly CustomerKey[] {
  const keys = new Map<string, CustomerKey>();
  const add = (kind: CustomerKeyKind, value: string | null) => {
    if (value !== null && value !== '') keys.set(`${kind}${value}`, [kind, value]);
  };
  if (source.name !== null) add('name', normaliseName(source.name));
  if (source.uscc !== null) add('uscc', parseUscc(source.uscc));
  for (const text of source.phones) for (const [kind, digits] of phoneKeys(text ?? '')) add(kind, digits);
  for (const text of source.wechats) add('wechat', wechatKey(text ?? ''));
  return [...keys.values()];
}

/** Numbers too short to mean one firm: 110, 95588. */
const shortestShared = 7;

function phoneKeys(text: string): readonly CustomerKey[] {
  return splitPhones(text).flatMap((one): readonly CustomerKey[] => {
    const phone = normalisePhone(one);
    if (!phone || phone.digits.length < shortestShared) return [];
    return [[phone.kind === 'mobile' ? 'mobile' : 'landline', phone.digits]];
  });
}

/** WeChat ids know no case. */
function wechatKey(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
