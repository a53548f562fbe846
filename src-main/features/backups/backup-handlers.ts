import { backupsKept } from '../../../src-shared/backups/kept-backups.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { unwatched } from '../../jobs/job-runner.ts';

export const backupHandlers: HandlersOf<'backups'> = {
  list: ({ services }) => {
    const { folder, isDefaultFolder } = services.backups;
    const backups = services.backups.list();
    return backups.ok ? ok({ folder, isDefaultFolder, backups: backups.value, keep: backupsKept }) : backups;
  },
  make: ({ services, job }) => services.backups.make('by_hand', job ?? unwatched),
  verify: async ({ services, job }, { fileName }) => {
    const state = await services.backups.verify(fileName, job ?? unwatched);
    return state.ok ? ok({ state: state.value }) : state;
  },
  restore: ({ services, job }, { fileName }) => {
    // The job that restores counts itself; any other works on the book that would be taken from under it.
    if (services.runningJobs.count > 1) return err({ kind: 'conflict', reason: 'job_running' });
    return services.backups.restore(fileName, job ?? unwatched);
  },
  chooseFolder: async ({ services }, { useDefault }) => {
    const folder = useDefault ? null : await services.dialogs.openFolder(services.backups.folder);
    if (folder === null && !useDefault) return ok({ folder: null });
    const moved = await services.backups.moveTo(folder);
    return moved.ok ? ok({ folder: services.backups.folder }) : moved;
  },
  openFolder: async ({ services }) => {
    await services.desktop.openPath(services.backups.folder);
    return ok({});
  },
};
