import { addMonths, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { ServiceCost, ServiceCostKind } from '../../../src-shared/costs/costs-contract.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';

const costsSql = `
  SELECT id, customer_id AS customerId, kind, on_day AS "on", amount_fen AS amountFen, what,
    follow_up_id AS followUpId, order_id AS orderId, created_by AS userId
  FROM service_costs WHERE customer_id = +? AND deleted_at IS NULL ORDER BY on_day DESC, id DESC`;

/** 服务成本 and 让利 of a customer, the latest first, and what both came to in the 12 months up to a day. */
export function serviceCostsOf({ sqlite }: ReadDb, customerId: Id, asOf: CalendarDate) {
  const costs = rowsOf<Omit<ServiceCost, 'amountFen'> & { amountFen: number }>(sqlite, costsSql)
    .all(customerId)
    .map((row): ServiceCost => ({ ...row, amountFen: fen(row.amountFen) }));
  const start = addMonths(asOf, -12);
  const sumOf = (kind: ServiceCostKind) =>
    fen(
      costs
        .filter((cost) => cost.kind === kind && cost.on > start && cost.on <= asOf)
        .reduce((sum, { amountFen }) => sum + amountFen, 0),
    );
  return { costs, serviceFen: sumOf('service'), concessionFen: sumOf('concession') };
}
