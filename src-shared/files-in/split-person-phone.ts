import { tidySpaces } from '../core/fold-text.ts';
import { normalisePhone } from '../customers/phone.ts';
import { splitPhones } from '../customers/split-phones.ts';

export interface PersonAndPhones {
  readonly person: string;
  /** As written; at least one. */
  readonly phones: readonly string[];
}

/** Digits with what people put between them; an area code in brackets may stand in front. */
const phoneRun = /\(?\+?\d[\d\s()\-+]{5,}\d(?:\s*(?:转|分机|ext\.?|#)\s*\d{1,6})?/giu;
const labels = /(?:手机号码|手机号|手机|电话号码|联系电话|电话|座机|mobile|phone|tel)\s*[:：]?/giu;
const edges = /^[\s/\\|,，、;；:：()（）[\]【】<>《》\-–—·.]+|[\s/\\|,，、;；:：()（）[\]【】<>《》\-–—·.]+$/gu;
/** Two persons in one cell cannot be told apart with safety: 张三138…、李四139… */
const betweenPersons = /[,，、;；\n]|\s[/|]\s/u;

/** Takes `张三 13800138000`, `张三/138…`, `13800138000(张三)` apart (domain §10). Null unless there is one person and a phone. */
export function splitPersonPhone(text: string): PersonAndPhones | null {
  const plain = text.normalize('NFKC');
  const runs = plain.match(phoneRun)?.map((run) => run.trim().replace(/^\((?!.*\))/, '')) ?? [];
  const phones = runs.flatMap(splitPhones);
  if (phones.length === 0 || !phones.every((phone) => normalisePhone(phone) !== null)) return null;
  // From the text as it came: a name is never changed in width.
  const rest = (plain.length === text.length ? text : plain).replaceAll(/[０-９＋－（）]/g, (wide) =>
    wide.normalize('NFKC'),
  );
  const person = tidySpaces(rest.replace(phoneRun, '\u0000').replace(labels, ''))
    .replaceAll('\u0000', ' ')
    .replace(edges, '');
  if (person === '' || /\d{3}/.test(person) || betweenPersons.test(person)) return null;
  return { person, phones };
}
