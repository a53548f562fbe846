import { parseUscc } from '../../src-shared/customers/uscc.ts';
import type { NewRow } from '../journal.ts';
import type { contacts, customers } from '../schema/customers.ts';
import type { CustomerLife } from './customer-life.ts';
import { aFirm, type Firm, sources } from './firm-names.ts';
import { aContactName, aLandline, aMobile, asTyped, departments, jobTitles } from './people.ts';
import { anAddress, aPlace, type Place } from './places.ts';
import { Random } from './random.ts';

export interface CustomerWords {
  readonly customer: NewRow<typeof customers>;
  readonly contacts: readonly NewRow<typeof contacts>[];
  /** Places in the book's list of tags. */
  readonly tags: readonly number[];
}

/** What a customer is called and how it is reached; much is left blank, as in real lists. */
export function customerWords(
  seed: number,
  life: CustomerLife,
  tagCount: number,
  districts: number | null = null,
): CustomerWords {
  const random = new Random(seed, life.index * 4 + 1);
  const isTwin = life.index > 0 && random.chance(0.03);
  const { place, firm } = isTwin
    ? twinOf(seed, random.between(0, life.index - 1), random, districts)
    : placeAndFirm(random, districts);
  const sometimes = <T>(probability: number, value: T) => (random.chance(probability) ? value : null);
  const people = life.contactIds.map((id, place) => aContact({ id, place, life, seed }, random));
  const customer: NewRow<typeof customers> = {
    id: life.id,
    name: firm.name,
    shortName: firm.shortName,
    uscc: random.chance(0.3) ? aUscc(random) : null,
    phone: sometimes(people.length === 0 ? 0.8 : 0.3, aLandline(place.city, random)),
    wechat: sometimes(0.08, `wx${random.between(10_000, 9_999_999)}`),
    email: sometimes(0.12, `${random.between(100_000, 999_999_999)}@qq.com`),
    website: sometimes(0.03, `https://www.${random.between(1000, 99_999)}.com`),
    province: sometimes(0.9, place.province),
    city: sometimes(0.95, place.city),
    district: sometimes(0.92, place.district),
    address: sometimes(0.75, anAddress(random)),
    industry: sometimes(0.85, firm.industry),
    source: sometimes(0.7, random.pick(sources)),
    note: sometimes(
      0.1,
      random.pick(['只收现金', '开票要先对账', '送货前打电话', '老板娘管钱', '月底结账', '要带发票过去']),
    ),
    ownerId: null,
    primaryContactId: people[0]?.id ?? null,
  };
  const tags = new Set(
    Array.from(
      {
        length: random.weighted([
          [0, 45],
          [1, 38],
          [2, 14],
          [3, 3],
        ]),
      },
      () => random.between(0, tagCount - 1),
    ),
  );
  return { customer, contacts: people, tags: [...tags] };
}

function placeAndFirm(random: Random, districts: number | null): { place: Place; firm: Firm } {
  const place = aPlace(random, districts);
  return { place, firm: aFirm(place, random) };
}

/** The same firm typed in twice, often not letter by letter. */
function twinOf(seed: number, index: number, random: Random, districts: number | null): { place: Place; firm: Firm } {
  // The first draw of a customer's words is whether it is a twin itself.
  const other = new Random(seed, index * 4 + 1);
  other.uint32();
  const { place, firm } = placeAndFirm(other, districts);
  const name = random.weighted([
    [firm.name, 6],
    [firm.name.replace(/(?:有限公司|商行|经营部|店)$/, '') || firm.name, 2],
    [firm.name.replace('（', ' (').replace('）', ')'), 1],
    [`${firm.name} `.trim().replace('五金', '五 金'), 1],
  ]);
  return { place, firm: { ...firm, name } };
}

interface ContactPlace {
  readonly id: string;
  /** 0: the primary contact. */
  readonly place: number;
  readonly life: CustomerLife;
  readonly seed: number;
}

function aContact({ id, place, life, seed }: ContactPlace, random: Random): NewRow<typeof contacts> {
  const sometimes = <T>(probability: number, value: T) => (random.chance(probability) ? value : null);
  // Some people stand behind two customers: the firm and the shop of one owner.
  const isShared = life.index > 0 && random.chance(0.02);
  const firstOf = isShared ? random.between(0, life.index - 1) : place === 0 ? life.index : null;
  const mobile = firstOf === null ? aMobile(random) : aMobile(new Random(seed, firstOf * 4 + 2));
  return {
    id,
    customerId: life.id,
    name: aContactName(random),
    title: sometimes(0.6, random.pick(jobTitles)),
    department: sometimes(0.15, random.pick(departments)),
    mobile: sometimes(0.9, asTyped(mobile, random)),
    wechat: sometimes(0.25, random.chance(0.6) ? mobile : `wxid_${random.between(1_000_000, 99_999_999).toString(36)}`),
    isDecisionMaker: random.chance(0.3),
  };
}

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A code whose check character is right: the first 17 are drawn, the last is tried. */
function aUscc(random: Random): string {
  const area = random.pick(['330106', '330110', '330602', '330782', '330203', '320583', '310112']);
  const body = Array.from({ length: 9 }, () => random.pick([...'0123456789'])).join('');
  for (const check of usccAlphabet) {
    const code = parseUscc(`91${area}${body}${check}`);
    if (code !== null) return code;
  }
  throw new Error('one of 31 check characters is right');
}
