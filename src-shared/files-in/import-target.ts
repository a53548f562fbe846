import type { ImportProblem } from './import-problem.ts';

/** What a cell of a field may hold, and how it is read. */
export type FieldKind =
  | 'text'
  /** text out of a list that the user keeps (行业, 来源); new words are taken as they are */
  | 'choice'
  | 'person'
  | 'phone'
  | 'email'
  | 'uscc'
  | 'date'
  | 'amount'
  | 'number'
  /** 1/10,000 yuan */
  | 'price'
  /** 1/1,000 of a unit */
  | 'quantity'
  /** basis points taken off */
  | 'discount'
  /** how was paid */
  | 'method'
  | 'tags'
  /** name of a tier of the book */
  | 'tier'
  /** name of a user of the book */
  | 'user'
  | 'yes_no';

/** What a column's values look like when its heading says nothing. */
export type ValueLook = 'mobile' | 'landline' | 'email' | 'uscc' | 'firm' | 'person' | 'address' | 'website';

export interface ImportField<Key extends string = string> {
  readonly key: Key;
  readonly kind: FieldKind;
  /** Fields of the main record, or of one that many rows can add to it (a contact of a customer). */
  readonly of: 'main' | 'child';
  readonly required?: true;
  /** In characters, of the text that is stored. */
  readonly maxLength?: number;
  /** Headings that mean this field, in any case, width and punctuation; matched in the order of the target's fields. */
  readonly headings: readonly string[];
  /** Without a known heading, a column of values that look like this is taken for the field. */
  readonly looks?: readonly ValueLook[];
  /** Several columns may go into it: their texts are joined (a note, tags, phones). */
  readonly isRepeatable?: true;
  /** Where the number of `张三 13800138000` goes, for a name; where the name goes, for a phone. */
  readonly otherHalf?: Key;
}

/** A heading such as 电话 that means one field beside a certain other column and another field without it. */
export interface SharedHeading<Key extends string = string> {
  readonly headings: readonly string[];
  /** The first rule that fits says which field is meant: all of `beside` are in the sheet, and none of `without`. */
  readonly rules: readonly {
    readonly beside?: readonly Key[];
    readonly without?: readonly Key[];
    /** Only for columns whose values look so. */
    readonly looks?: ValueLook;
    readonly field: Key;
  }[];
}

export const importTargetNames = ['customers', 'openings', 'orders', 'payments'] as const;
/** Customers with contacts, 期初应收, 销售单 and 回款. */
export type ImportTargetName = (typeof importTargetNames)[number];

/** What can be imported, as data: the engine knows no customer, no order and no payment. */
export interface ImportTarget<Key extends string = string> {
  readonly name: ImportTargetName;
  /** Who may import it (domain §13). */
  readonly right: 'import.customers' | 'import.money';
  readonly fields: readonly ImportField<Key>[];
  readonly sharedHeadings: readonly SharedHeading<Key>[];
  /** Headings that look like a field and are none: never matched, by word or by value. */
  readonly ignoredHeadings: readonly string[];
  /** A full name out of its parts, when the whole has no column of its own. */
  readonly combined: readonly { readonly into: Key; readonly family: Key; readonly given: Key }[];
  /** A field without any column takes over the value of another: a list of persons is a list of customers. */
  readonly fallbacks: readonly { readonly field: Key; readonly from: Key }[];
  /** Of each group one field at least has a column, or a file says too little to be imported. */
  readonly needs: readonly (readonly Key[])[];
  /** Which rows of a file mean one record. */
  readonly folding: Folding<Key>;
  /** Where a row leaves these blank and the row above is of the same record, they say what the row above says. */
  readonly carriedDown?: readonly Key[];
  /** Fields that a row can turn out to need though the sheet has no column for them: they can be typed in the check. */
  readonly mayBeAsked?: readonly Key[];
  /** What no cell shows alone: a due day before the day of issue. Asked of rows whose cells are good. */
  readonly checkRow?: (values: ImportValues) => readonly ValueProblem[];
}

export type Folding<Key extends string = string> =
  /** By code, else by name; further rows add contacts. */
  | {
      readonly kind: 'by_identity';
      readonly name: Key;
      readonly code: Key;
      readonly phones: readonly Key[];
      readonly childName: Key;
    }
  /** By number, else by customer and day; every row is a line. */
  | { readonly kind: 'by_number'; readonly number: Key; readonly else: readonly Key[] }
  /** Every row is a record; the same row twice with the same number is one, without a number it is asked about. */
  | { readonly kind: 'single'; readonly number: Key };

/** A target with this way of folding. */
export type FoldingTarget<Kind extends Folding['kind'], Key extends string = string> = ImportTarget<Key> & {
  readonly folding: Extract<Folding<Key>, { readonly kind: Kind }>;
};

export interface ValueProblem {
  readonly field: string;
  readonly problem: ImportProblem;
}

/** What a field's cell becomes: text, a CalendarDate, whole fen, a list of tags, an id, yes or no. */
export type ImportValue = string | number | boolean | readonly string[];
/** Only what the row says: a blank cell has no entry, so that it wipes nothing (domain §10). */
export type ImportValues<Key extends string = string> = ReadonlyMap<Key, ImportValue>;

/** By target: a sheet asks for each of its cells, several times over. */
const fieldsByKey = new WeakMap<object, ReadonlyMap<string, ImportField>>();

export function fieldOf<Key extends string>(target: ImportTarget<Key>, key: string): ImportField<Key> | null {
  let fields = fieldsByKey.get(target);
  if (!fields) {
    fields = new Map(target.fields.map((field) => [field.key, field]));
    fieldsByKey.set(target, fields);
  }
  // Safe: the map of this target was made from its own fields.
  return (fields.get(key) as ImportField<Key> | undefined) ?? null;
}
