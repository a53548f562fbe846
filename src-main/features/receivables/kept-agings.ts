import { hasMoneyChangedSince } from '../../../db/queries/money/money-changed.ts';
import { answerShelf } from '../../ipc/answer-shelf.ts';
import type { MadeAging } from './aging-job.ts';
import type { KnownGrades } from './known-grades.ts';

interface KeptAging extends MadeAging {
  /** Of the customers whose rows were asked for so far. */
  readonly grades: KnownGrades;
}

/** The desk, a drill-down and a printed sheet beside it; each is some megabytes in the largest of books. */
const mostKept = 4;

/** An aging is of no use once money or customers were written: its figures would not be those of the rows beside it. */
export const keptAgings = answerShelf<KeptAging>(mostKept, {
  positionOf: ({ position }) => position,
  hasChangedSince: hasMoneyChangedSince,
});
