import type { Area, Contract } from '../../../src-shared/ipc/contract.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';
import type { TestApp } from './open-test-app.ts';
import { sampleCustomers } from './sample-customers.ts';
import { sampleDesk } from './sample-desk.ts';
import { sampleFiles } from './sample-files.ts';
import { sampleMoney } from './sample-money.ts';
import { sampleScene } from './sample-scene.ts';
import { sampleTiers } from './sample-tiers.ts';
import { sampleVisits } from './sample-visits.ts';

/** One valid input per procedure: a procedure without one does not compile. */
export type SampleInputs = {
  readonly [A in Area]: { readonly [P in keyof Contract[A]]: InputOf<Contract[A][P]> };
};

/** The inputs of all areas, and the rows that they name. The customers belong to `ownerId`, or to nobody. */
export function sampleInputs(app: TestApp, ownerId: string | null): SampleInputs {
  const scene = sampleScene(app, ownerId);
  return {
    ...sampleDesk(scene),
    ...sampleCustomers(scene),
    ...sampleVisits(scene),
    ...sampleMoney(scene),
    ...sampleTiers(scene),
    ...sampleFiles(scene),
  };
}

/** `area.procedure` → its sample. */
export function samplesByName(samples: SampleInputs): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(samples).flatMap(([area, procedures]) =>
      Object.entries(procedures).map(([name, input]): [string, unknown] => [`${area}.${name}`, input]),
    ),
  );
}
