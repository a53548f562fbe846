/** The fields that were given a value, null included; what is undefined is left out. */
export type Given<T extends object> = { [K in keyof T]?: Exclude<T[K], undefined> };

export function given<T extends object>(fields: T): Given<T> {
  // Safe: only entries without a value were dropped.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
