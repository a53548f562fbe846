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

/** What can be imported, as data: the engine knows no customer, no order and no payment. */
export interface ImportTarget<Key extends string = string> {
  readonly name: string;
  readonly fields: readonly ImportField<Key>[];
  readonly sharedHeadings: readonly SharedHeading<Key>[];
  /** Headings that look like a field and are none: never matched, by word or by value. */
  readonly ignoredHeadings: readonly string[];
  /** A full name out of its parts, when the whole has no column of its own. */
  readonly combined: readonly { readonly into: Key; readonly family: Key; readonly given: Key }[];
  /** A field without any column takes over the value of another: a list of persons is a list of customers. */
  readonly fallbacks: readonly { readonly field: Key; readonly from: Key }[];
  /** Which rows of a file mean one record: by code, else by name. */
  readonly identity: {
    readonly name: Key;
    readonly code: Key;
    readonly phones: readonly Key[];
    readonly childName: Key;
  };
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
