export interface AddressParts {
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly address: string | null;
}

/** The address in one line, as it stands on a Chinese letter; '' when nothing is known of it. */
export function wholeAddress({ province, city, district, address }: AddressParts): string {
  const place = [province === city ? null : province, city, district].filter((part) => part !== null).join('');
  if (address === null) return place;
  return place !== '' && address.startsWith(place) ? address : place + address;
}
