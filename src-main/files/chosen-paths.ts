import type { Dialogs } from '../ipc/app-services.ts';

/**
 * The files that the user named in a save dialog since the start, and the folders chosen for many. Only these are written to or shown: the page asks
 * for a path by name, and a page gone astray must not be able to overwrite any file of the PC.
 */
export class ChosenPaths {
  readonly #paths = new Set<string>();

  add(path: string): void {
    this.#paths.add(path);
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }
}

/** The same dialogs, whose save dialogs let the file that the user names be written to. */
export function rememberingPaths(dialogs: Dialogs, chosen: ChosenPaths): Dialogs {
  const remember = (path: string | null) => {
    if (path !== null) chosen.add(path);
    return path;
  };
  return {
    ...dialogs,
    saveWorkbook: async (proposedName) => remember(await dialogs.saveWorkbook(proposedName)),
    savePdf: async (proposedName) => remember(await dialogs.savePdf(proposedName)),
    openExportFolder: async () => remember(await dialogs.openExportFolder()),
    savePicture: async (proposedName, format) => remember(await dialogs.savePicture(proposedName, format)),
    saveCalendar: async (proposedName) => remember(await dialogs.saveCalendar(proposedName)),
  };
}
