import { customerCounts } from '../../../db/queries/count-customers.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { changeAtSize } from '../../workflows/change-at-size.ts';
import { exportRfm } from '../../workflows/export-rfm.ts';
import { currentMethod, markProposalSeen, readMethods, saveMethod, waitingProposal } from './method-settings.ts';
import { readRfmRows, workOutRfm } from './rfm-answers.ts';
import { previewTiers, readPreviewRows } from './tier-previews.ts';

export const segmentationHandlers: HandlersOf<'segmentation'> = {
  methods: ({ session, today }) => {
    const db = session.db();
    return ok({ current: currentMethod(db), methods: readMethods(db), proposalOf: waitingProposal(db, today()) });
  },
  saveMethod: (context, { method, isCurrent }) =>
    change(context, 'edit', (db) => {
      saveMethod(db, method, isCurrent);
      return ok({});
    }),
  preview: (context, input) => previewTiers(context, input),
  previewRows: (context, input) => readPreviewRows(context, input),
  apply: (context, { method, exceptIds }) =>
    changeAtSize(context, {
      kind: 'applyTiers',
      source: 'retier',
      input: { method, exceptIds, timeZone: context.bookDay().timeZone },
      customers: customerCounts(context.session.db(), context.user.id).all,
    }),
  dismissProposal: (context) =>
    change(context, 'edit', (db, { today }) => {
      markProposalSeen(db, today);
      return ok({});
    }),
  rfm: (context, input) => workOutRfm(context, input),
  rfmRows: (context, input) => readRfmRows(context, input),
  exportRfm: (context, input) => exportRfm(context, input),
};
