import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import { fen } from '../../src-shared/core/money.ts';
import { type Assessment, blankAssessment, type RivalNote } from '../../src-shared/loyalty/assessment.ts';
import type { ReadDb } from '../connection.ts';
import { customers } from '../schema/customers.ts';
import { customerAssessments, rivalNotes } from '../schema/segmentation.ts';

export type AssessmentRow = typeof customerAssessments.$inferSelect;

/** Null: nobody has judged the customer yet. */
export function assessmentRow(db: ReadDb, customerId: Id): AssessmentRow | null {
  const isHis = and(eq(customerAssessments.customerId, customerId), isNull(customerAssessments.deletedAt));
  return db.orm.select().from(customerAssessments).where(isHis).limit(1).get() ?? null;
}

export function toAssessment(row: AssessmentRow | null): Assessment {
  if (!row) return blankAssessment;
  const { yearlyNeedFen, isSeasonal, priceSensitivity, choosingTime, attitudeToRivals } = row;
  const { faultTolerance, recommends, dealMotive, troubleLevel } = row;
  return {
    yearlyNeedFen: yearlyNeedFen === null ? null : fen(yearlyNeedFen),
    isSeasonal,
    priceSensitivity,
    choosingTime,
    attitudeToRivals,
    faultTolerance,
    recommends,
    dealMotive,
    troubleLevel,
  };
}

/** The latest first. */
export function rivalNotesOf(db: ReadDb, customerId: Id): readonly RivalNote[] {
  return db.orm
    .select()
    .from(rivalNotes)
    .where(and(eq(rivalNotes.customerId, customerId), isNull(rivalNotes.deletedAt)))
    .orderBy(desc(rivalNotes.notedOn), desc(rivalNotes.id))
    .all()
    .map(({ id, rival, notedOn, product, unitPriceE4, sharePercent, note, createdBy }) => ({
      id,
      rival,
      notedOn,
      product,
      unitPriceE4,
      sharePercent,
      note,
      userId: createdBy,
    }));
}

/** Live customers that this one brought. */
export function referralsOf(db: ReadDb, customerId: Id): readonly { readonly id: Id; readonly name: string }[] {
  return db.orm
    .select({ id: customers.id, name: customers.name })
    .from(customers)
    .where(and(eq(customers.referredById, customerId), isNull(customers.deletedAt)))
    .orderBy(customers.createdAt)
    .all();
}
