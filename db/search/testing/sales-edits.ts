import fc from 'fast-check';
import { fromDayNumber } from '../../../src-shared/core/calendar-date.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { warningCodes } from '../../../src-shared/warnings/warning-mark.ts';
import { products, salesOrderLines, salesOrders } from '../../schema/orders.ts';
import { customerAssessments, warningMarks } from '../../schema/segmentation.ts';
import { day, deletedAt, type Edit, type Edits, name, number, pick } from './edit-parts.ts';

/** What customers bought, how they buy, and what one no longer wants to be warned of. */
export const salesEdits: Edits = [
  fc.record({ at: number, name, code: fc.option(name), archivedAt: deletedAt, deletedAt }).map(
    ({ at, ...fields }): Edit =>
      (db, world) =>
        void db.update(products, pick(world.products, at), fields),
  ),
  fc.record({ at: number, ago: number, yuan: number }).map(
    ({ at, ago, yuan }): Edit =>
      (db, world) => {
        const customerId = pick(world.customers, at);
        const [id, lineId] = [newId(), newId()];
        // Spread over two years, so that all that is asked of sales is met.
        const issuedOn = fromDayNumber(20_520 - ((ago * 7) % 700));
        const order = { id, customerId, orderNo: id, issuedOn, creditKind: 'days', creditDays: 0 } as const;
        db.insert(salesOrders, order);
        const line = { position: 0, title: '货', unitPriceE4: yuan * 10_000, quantityE3: 1_000, discountBp: 0 };
        db.insert(salesOrderLines, { ...line, id: lineId, orderId: id, customerId, amountFen: yuan * 100 });
        world.orders.push(id);
        world.orderLines.push(lineId);
      },
  ),
  fc.record({ at: number, voided: fc.option(number), on: number, deletedAt }).map(
    ({ at, voided, on, deletedAt }): Edit =>
      (db, world) => {
        const voidedOn = voided === null ? null : day(voided);
        db.update(salesOrders, pick(world.orders, at), { voidedOn, issuedOn: day(on), deletedAt });
      },
  ),
  fc.record({ at: number, isLate: fc.boolean(), yuan: number, deletedAt }).map(
    ({ at, isLate, yuan, deletedAt }): Edit =>
      (db, world) => {
        const lines = isLate ? world.lateLines : world.orderLines;
        db.update(salesOrderLines, pick(lines, at), { amountFen: yuan * 100, deletedAt });
      },
  ),
  fc.record({ at: number, isSeasonal: fc.boolean(), deletedAt }).map(
    ({ at, isSeasonal, deletedAt }): Edit =>
      (db, world) => {
        const place = at % world.customers.length;
        const known = world.assessments[place];
        if (known !== undefined) return void db.update(customerAssessments, known, { isSeasonal, deletedAt });
        if (place !== world.assessments.length) return;
        const id = newId();
        db.insert(customerAssessments, { id, customerId: pick(world.customers, place), isSeasonal });
        world.assessments.push(id);
      },
  ),
  fc.record({ at: number, code: fc.constantFrom(...warningCodes), until: number }).map(
    ({ at, code, until }): Edit =>
      (db, world) => {
        const mark = { code, state: 'snoozed', markedOn: day(0), untilOn: day(until) } as const;
        const id = newId();
        db.insert(warningMarks, { ...mark, id, customerId: pick(world.customers, at) });
        world.marks.push(id);
      },
  ),
  fc.record({ at: number, until: number, deletedAt }).map(
    ({ at, until, deletedAt }): Edit =>
      (db, world) => {
        if (world.marks.length === 0) return;
        db.update(warningMarks, pick(world.marks, at), { untilOn: day(until), deletedAt });
      },
  ),
];
