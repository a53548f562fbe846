import type { Role } from '../users/rights.ts';

/** Cost says profit: the owner and the bookkeeper read it, a salesperson does not (domain §13). */
export function maySeeCost(role: Role): boolean {
  return role !== 'salesperson';
}
