/** Ends a `switch` over a closed union: a member added later does not compile until it is handled. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
