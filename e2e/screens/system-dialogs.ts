import type { LaunchedApp } from '../launch-app.ts';

/** From now on every open dialog of the system gives this file or folder; null: the user closes it. */
export async function answerOpenDialogs(app: LaunchedApp, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () =>
      chosen === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [chosen] };
  }, path);
}

/** From now on every save dialog of the system gives this path; null: the user closes it. */
export async function answerSaveDialogs(app: LaunchedApp, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () =>
      chosen === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: chosen };
  }, path);
}
