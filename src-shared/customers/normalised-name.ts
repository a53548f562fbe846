import { foldCase } from '../core/fold-text.ts';

/** Endings that name the legal form, not the firm. Longest first, so that 有限责任公司 goes whole. */
const chineseEndings = [
  '有限责任公司',
  '股份有限公司',
  '个人独资企业',
  '特殊普通合伙',
  '个体工商户',
  '有限公司',
  '股份公司',
  '合伙企业',
  '普通合伙',
  '有限合伙',
  '经营部',
  '工作室',
  '门市部',
  '经销部',
  '公司',
  '集团',
  '商行',
  '商店',
  '厂',
  '店',
].sort((a, b) => b.length - a.length);

const westernEnding =
  /(?:^| |(?<=\p{Script=Han}))(?:co ?ltd|company limited|private limited|pte|pty|pvt|co|ltd|limited|inc|incorporated|llc|llp|lp|corp|corporation|company|gmbh|ag|kg|plc|sa|sas|sarl|srl|spa|bv|nv|oy|ab|kk)$/u;

/** A branch is another customer than its parent: 王记公司 is not 王记分公司. */
const branch = /(?:分公司|分厂|分店|办事处)$/;

const gap = /(?:[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}\s]|\p{Variation_Selector})+/gu;
const gapBesideHan = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/**
 * The form in which two spellings of one firm's name are equal (domain §8): width and case folded, spaces, punctuation
 * and brackets gone (what stands inside stays: 华为(上海) is not 华为(北京)), legal endings stripped again and again.
 * Never empty unless the name is blank. A key for comparing, not for showing.
 */
export function normaliseName(name: string): string {
  const folded = foldCase(name);
  // Dots first: `S.A.` and `L.L.C.` are one word each.
  let rest = folded.replaceAll('.', '').replace(gap, ' ').trim().replace(gapBesideHan, '');
  if (rest === '') return folded.replace(/\s+/gu, '');
  for (;;) {
    const shorter = withoutOneEnding(rest);
    if (shorter === null || shorter.trim() === '') break;
    rest = shorter;
  }
  return rest.replaceAll(' ', '');
}

function withoutOneEnding(text: string): string | null {
  if (branch.test(text)) return null;
  const ending = chineseEndings.find((candidate) => text.endsWith(candidate));
  if (ending) return text.slice(0, -ending.length);
  const western = westernEnding.exec(text);
  return western ? text.slice(0, western.index) : null;
}
