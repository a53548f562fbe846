import {
  type AnniversaryCalendar,
  type AnniversaryKind,
  anniversaryCalendars,
  anniversaryKinds,
} from '../../src-shared/anniversaries/anniversary.ts';
import { type Channel, channels } from '../../src-shared/follow-ups/follow-up.ts';

export interface SampleTalk {
  readonly daysAgo: number;
  readonly channel: Channel;
  readonly text: string;
  readonly outcome: string | null;
  readonly intentLevel: number | null;
}

export interface SampleContact {
  readonly name: string;
  readonly title: string | null;
  readonly mobile: string | null;
  readonly wechat: string | null;
  readonly isDecisionMaker: boolean;
}

export interface SampleAnniversary {
  /** A contact's name; null: the customer's own. */
  readonly of: string | null;
  readonly kind: AnniversaryKind;
  readonly calendar: AnniversaryCalendar;
  /** The next time it comes back. */
  readonly inDays: number;
  /** Years since the first. */
  readonly years: number;
}

export interface SampleCustomer {
  readonly name: string;
  readonly shortName: string | null;
  /** A tier's name; null for 未分级. */
  readonly tier: string | null;
  readonly owner: string | null;
  readonly city: string;
  readonly district: string;
  readonly address: string;
  readonly industry: string | null;
  readonly source: string | null;
  readonly sinceOn: string | null;
  readonly tags: readonly string[];
  readonly contacts: SampleContact[];
  readonly anniversaries: SampleAnniversary[];
  /** The oldest first. */
  readonly talks: SampleTalk[];
  readonly next: { readonly inDays: number; readonly time: string | null; readonly purpose: string } | null;
  /** The tier it had until so many days ago. */
  readonly promoted: { readonly daysAgo: number; readonly from: string; readonly reason: string } | null;
}

/** Reads the notation of sample-customers.ts. Throws on a line it does not understand: the text is our own. */
export function readSampleCustomers(text: string): readonly SampleCustomer[] {
  return text
    .split(/\n(?=# )/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(readCustomer);
}

function readCustomer(block: string): SampleCustomer {
  const [head = '', ...lines] = block.split('\n');
  const [name = '', shortName, tier, owner, place = '', industry, source, sinceOn, tags = ''] = cells(head);
  const [city = '', district = '', ...address] = place.split(' ');
  const marked = (mark: string) => lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(2));
  const unknown = lines.find((line) => !/^[@%>^-] /.test(line));
  if (unknown !== undefined) throw new Error(`the sample has a line of no kind: ${unknown}`);
  return {
    name,
    shortName: orNull(shortName),
    tier: orNull(tier),
    owner: orNull(owner),
    city,
    district,
    address: address.join(' '),
    industry: orNull(industry),
    source: orNull(source),
    sinceOn: orNull(sinceOn),
    tags: tags.split(' ').filter((tag) => tag !== ''),
    contacts: marked('@').map(readContact),
    anniversaries: marked('%').map(readAnniversary),
    talks: marked('-').map(readTalk),
    next: marked('>').map(readPlan)[0] ?? null,
    promoted: marked('^').map(readPromotion)[0] ?? null,
  };
}

function cells(line: string): readonly string[] {
  return line
    .replace(/^# /, '')
    .split('|')
    .map((cell) => cell.trim());
}

function orNull(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell;
}

function readContact(line: string): SampleContact {
  const [name = '', title, mobile, wechat, decides] = cells(line);
  return {
    name,
    title: orNull(title),
    mobile: orNull(mobile),
    wechat: orNull(wechat),
    isDecisionMaker: decides === '决策',
  };
}

function readTalk(line: string): SampleTalk {
  const match = /^(\d+) (\w+) (.+?)(?: → (\S+))?(?: ★([1-5]))?$/.exec(line);
  const channel = channels.find((known) => known === match?.[2]);
  if (!match || !channel) throw new Error(`the sample has a follow-up that cannot be read: ${line}`);
  return {
    daysAgo: Number(match[1]),
    channel,
    text: match[3] ?? '',
    outcome: match[4] ?? null,
    intentLevel: match[5] === undefined ? null : Number(match[5]),
  };
}

function readAnniversary(line: string): SampleAnniversary {
  const match = /^(?:(\S+) )?(\w+) (\w+) (\d+) (\d+)$/.exec(line);
  const kind = anniversaryKinds.find((known) => known === match?.[2]);
  const calendar = anniversaryCalendars.find((known) => known === match?.[3]);
  if (!match || !kind || !calendar) throw new Error(`the sample has an anniversary that cannot be read: ${line}`);
  return { of: match[1] ?? null, kind, calendar, inDays: Number(match[4]), years: Number(match[5]) };
}

function readPlan(line: string): NonNullable<SampleCustomer['next']> {
  const match = /^(-?\d+) (?:(\d{2}:\d{2}) )?(.+)$/.exec(line);
  if (!match) throw new Error(`the sample has a plan that cannot be read: ${line}`);
  return { inDays: Number(match[1]), time: match[2] ?? null, purpose: match[3] ?? '' };
}

function readPromotion(line: string): NonNullable<SampleCustomer['promoted']> {
  const match = /^(\d+) (\S+) (.+)$/.exec(line);
  if (!match) throw new Error(`the sample has a tier change that cannot be read: ${line}`);
  return { daysAgo: Number(match[1]), from: match[2] ?? '', reason: match[3] ?? '' };
}
