import { describe, expect, it } from 'vitest';
import { StrictEmitter, strict, strictStatics } from './strict.ts';

class Window extends StrictEmitter {
  readonly title = 'Keben';

  show(): string {
    return this.title;
  }
}
strictStatics(Window);

const member = (object: object, name: string): unknown => Reflect.get(object, name, object);

describe('strict', () => {
  it('throws for a member that the stand-in does not have', () => {
    const dialog = strict('dialog', { showOpenDialog: () => 'path' });
    expect(dialog.showOpenDialog()).toBe('path');
    expect(() => member(dialog, 'showSaveDialogSync')).toThrow('dialog.showSaveDialogSync is not implemented');
  });

  it('lets tests replace what is there', () => {
    const dialog = strict('dialog', { showOpenDialog: (): string => 'path' });
    dialog.showOpenDialog = () => 'other';
    expect(dialog.showOpenDialog()).toBe('other');
  });

  it('can be awaited and printed like any object', async () => {
    const dialog = strict('dialog', { ok: true });
    expect(await Promise.resolve(dialog)).toBe(dialog);
    expect(JSON.stringify(dialog)).toBe('{"ok":true}');
  });
});

describe('StrictEmitter', () => {
  it('is an emitter', () => {
    const window = new Window();
    const heard: unknown[] = [];
    window.on('closed', (reason) => heard.push(reason));
    window.once('closed', () => heard.push('once'));
    window.emit('closed', 1);
    window.emit('closed', 2);
    expect(heard).toEqual([1, 'once', 2]);
    expect(window.listenerCount('closed')).toBe(1);
  });

  it('throws for unknown members of an instance and of the class', () => {
    expect(new Window().show()).toBe('Keben');
    expect(() => member(new Window(), 'previewFile')).toThrow('Window.previewFile is not implemented');
    expect(() => member(Window, 'fromDevToolsId')).toThrow('Window.fromDevToolsId is not implemented');
  });
});
