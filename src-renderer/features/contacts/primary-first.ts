/** The contacts of a customer as one chooses among them. */
export function primaryFirst<T extends { readonly id: string }>(customer: {
  readonly contacts: readonly T[];
  readonly primaryContactId: string | null;
}): readonly T[] {
  const isPrimary = ({ id }: T) => Number(id === customer.primaryContactId);
  return [...customer.contacts].sort((a, b) => isPrimary(b) - isPrimary(a));
}
