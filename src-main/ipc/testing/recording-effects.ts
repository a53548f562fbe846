import type { AppServices } from '../app-services.ts';
import type { BookSession } from '../../features/book/book-session.ts';

export function recordingEffects(_session: BookSession, _folder: string): Omit<AppServices, 'workspace' | 'runningJobs' | 'log'> {
  return {} as never;
}
