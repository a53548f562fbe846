import fc from 'fast-check';
import { newId } from '../../../src-shared/core/id.ts';
import { allocations, dueDayChanges, receivables, refunds, settlementSources } from '../../schema/money.ts';
import { termsDecisions } from '../../schema/terms.ts';
import { day, deletedAt, type Edit, type Edits, longAgoOrSoon, number, pick } from './edit-parts.ts';

/** What customers owe and paid, and up to where they may owe. */
export const moneyEdits: Edits = [
  fc
    .record({
      at: number,
      issued: number,
      due: number,
      voided: fc.option(number),
      disputeReason: fc.constantFrom(null, '有破损'),
      amountFen: fc.constantFrom(1, 60_000, 90_000, 100_000),
      deletedAt,
    })
    .map(
      ({ at, issued, due, voided, ...fields }): Edit =>
        (db, world) =>
          void db.update(receivables, pick(world.receivables, at), {
            ...fields,
            issuedOn: day(issued),
            dueOn: longAgoOrSoon(due),
            voidedOn: voided === null ? null : day(voided),
          }),
    ),
  fc.record({ at: number, was: number, until: number }).map(
    ({ at, was, until }): Edit =>
      (db, world) => {
        const place = at % world.receivables.length;
        const [receivableId, customerId] = [pick(world.receivables, place), pick(world.customers, place)];
        db.insert(dueDayChanges, {
          id: newId(),
          receivableId,
          customerId,
          wasDueOn: longAgoOrSoon(was),
          untilOn: day(until),
        });
      },
  ),
  fc
    .record({
      at: number,
      on: number,
      voided: fc.option(number),
      kind: fc.constantFrom('payment' as const, 'return' as const, 'write_off' as const),
      amountFen: fc.constantFrom(1, 100_000, 150_000),
      deletedAt,
    })
    .map(
      ({ at, on, voided, kind, ...fields }): Edit =>
        (db, world) =>
          void db.update(settlementSources, pick(world.sources, at), {
            ...fields,
            kind,
            method: kind === 'payment' ? 'cash' : null,
            onDay: longAgoOrSoon(on),
            voidedOn: voided === null ? null : day(voided),
          }),
    ),
  fc.record({ at: number, ended: fc.option(number) }).map(
    ({ at, ended }): Edit =>
      (db, world) =>
        void db.update(allocations, pick(world.allocations, at), { endedOn: ended === null ? null : day(ended) }),
  ),
  fc.record({ at: number, from: number }).map(
    ({ at, from }): Edit =>
      (db, world) => {
        const place = at % world.receivables.length;
        const [receivableId, sourceId] = [pick(world.receivables, place), pick(world.sources, place)];
        const id = newId();
        const part = { id, receivableId, sourceId, amountFen: 10_000, effectiveOn: longAgoOrSoon(from) };
        db.insert(allocations, { ...part, customerId: pick(world.customers, place) });
        world.allocations.push(id);
      },
  ),
  number.map(
    (at): Edit =>
      (db, world) => {
        if (world.allocations.length < 2) return;
        const [id] = world.allocations.splice(at % world.allocations.length, 1);
        if (id !== undefined) db.remove(allocations, id);
      },
  ),
  fc.record({ at: number, on: number, voided: fc.option(number), deletedAt }).map(
    ({ at, on, voided, deletedAt }): Edit =>
      (db, world) =>
        void db.update(refunds, pick(world.refunds, at), {
          onDay: day(on),
          voidedOn: voided === null ? null : day(voided),
          deletedAt,
        }),
  ),
  fc.record({ at: number, creditLimitFen: fc.constantFrom(0, 1, 70_000, 1_000_000), on: number }).map(
    ({ at, creditLimitFen, on }): Edit =>
      (db, world) =>
        db.insert(termsDecisions, {
          id: newId(),
          customerId: pick(world.customers, at),
          decidedOn: day(on),
          decidedById: pick(world.users, on),
          kind: 'accepted',
          isStopped: false,
          advice: 'standard',
          grade: 'fair',
          discountBp: 0,
          creditKind: 'days',
          creditDays: 30,
          creditLimitFen,
          depositBp: 0,
          shown: '{}',
        }),
  ),
];
