import { newId } from '../../../src-shared/core/id.ts';
import type { SampleInputs } from './sample-inputs.ts';
import type { SampleScene } from './sample-scene.ts';

/** Of the window, the book and who uses it. */
export function sampleDesk({
  customerId,
  tagId,
  userId,
  deed,
  batchId,
  app,
}: SampleScene): Pick<
  SampleInputs,
  'book' | 'workspace' | 'settings' | 'users' | 'tags' | 'history' | 'backups' | 'jobs'
> {
  return {
    book: {
      status: {},
      openSample: {},
      closeSample: {},
      about: {},
      openDataFolder: {},
      openLink: { url: 'https://example.com' },
      dial: { phone: '13800138000' },
      reopen: {},
      startAnew: {},
      copyText: { text: '13800138000' },
    },
    workspace: {
      get: {},
      savePreferences: { theme: 'dark' },
      saveLayout: { layout: { pane: { width: 360 } } },
      saveDraft: { key: `follow-up:${customerId}`, value: { text: '半句话' } },
    },
    settings: { get: {}, save: { companyName: '华兴五金' } },
    users: {
      list: {},
      create: { name: '赵新', role: 'salesperson' },
      update: { id: userId, fields: { name: '赵改名' } },
      moveToBin: { id: userId },
      switchTo: { id: app.ownerId },
      setPin: { id: deed.userId, pin: '2468' },
      newRecoveryCode: {},
      resetOwnerPin: { id: app.ownerId, code: 'AAAA-AAAA-AAAA-AAAA', newPin: '1357' },
    },
    tags: {
      list: {},
      create: { name: '新标签' },
      rename: { id: tagId, name: '改名' },
      moveToBin: { id: tagId },
    },
    history: {
      ofCustomer: { customerId },
      recent: {},
      preview: { batchId },
      undo: { batchId },
      lastUndoable: {},
    },
    backups: {
      list: {},
      make: {},
      verify: { fileName: '客本.keben' },
      restore: { fileName: '客本.keben' },
      chooseFolder: { useDefault: true },
      openFolder: {},
    },
    jobs: { cancel: { jobId: newId() } },
  };
}
