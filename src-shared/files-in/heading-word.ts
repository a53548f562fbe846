import { bareText, foldCase } from '../core/fold-text.ts';

const marks =
  /[(（[【]\s*(?:必填|必填项|必填字段|选填|可选|非必填|必选|required|optional|mandatory)\s*[)）\]】]|^\s*(?:必填|选填)[:：]|\*|＊|※/giu;
const bracketed = /[(（[【][^)）\]】]*[)）\]】]/gu;

/** A heading as it is compared: one case and width, without spaces, punctuation and marks such as `*` and （必填）. */
export function headingWord(text: string): string {
  return bareText(text.replace(marks, ''));
}

/** The forms of a heading to look up, the fullest first: 电话(座机)1 → 电话座机1, 电话1, 电话. */
export function headingForms(text: string): readonly string[] {
  const unmarked = foldCase(text).replace(marks, '');
  const forms = [bareText(unmarked), bareText(unmarked.replace(bracketed, ''))];
  forms.push(...forms.map((form) => form.replace(/\d+$/, '')));
  return [...new Set(forms)].filter((form) => form !== '');
}
