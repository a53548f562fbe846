import type { DialogAnswer, PageDialog } from '../messages.ts';
import { askNow, post } from './socket.ts';

type Styles = Partial<
  Record<
    | 'position'
    | 'padding'
    | 'width'
    | 'border'
    | 'borderRadius'
    | 'font'
    | 'margin'
    | 'right'
    | 'bottom'
    | 'background'
    | 'color'
    | 'zIndex'
    | 'display'
    | 'gap'
    | 'justifyContent'
    | 'inset'
    | 'alignItems'
    | 'whiteSpace'
    | 'boxSizing'
    | 'pointerEvents',
    string
  >
>;

/** Styles are set one by one through the object model: the page's CSP allows no style text. */
function element<K extends keyof HTMLElementTagNameMap>(tag: K, styles: Styles, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  Object.assign(made.style, styles);
  made.textContent = text;
  return made;
}

const font = '13px system-ui, sans-serif';

/** Draws what would be a native dialog and sends the answer. */
export function showDialog(id: number, dialog: PageDialog): void {
  const box = element('dialog', {
    padding: '16px',
    width: '440px',
    border: '1px solid #888',
    borderRadius: '6px',
    font,
  });
  const answer = (given: DialogAnswer): void => {
    box.remove();
    post({ type: 'dialog-answer', id, answer: given });
  };
  box.dataset.standInDialog = dialog.kind;
  box.append(element('strong', {}, dialog.title));
  if (dialog.kind === 'path') addPathField(box, dialog, answer);
  else addButtons(box, dialog, answer);
  box.addEventListener('cancel', () => answer({ path: null, button: null }));
  document.body.append(box);
  box.showModal();
}

function addPathField(
  box: HTMLDialogElement,
  dialog: Extract<PageDialog, { kind: 'path' }>,
  answer: (given: DialogAnswer) => void,
): void {
  const form = element('form', { margin: '12px 0 0' });
  const field = element('input', { width: '100%', padding: '6px', font, boxSizing: 'border-box' });
  field.value = dialog.path;
  field.name = 'path';
  const row = element('div', { display: 'flex', gap: '8px', justifyContent: 'flex-end', margin: '12px 0 0' });
  const cancel = element('button', { font }, 'Cancel');
  cancel.type = 'button';
  cancel.addEventListener('click', () => answer({ path: null, button: null }));
  row.append(cancel, element('button', { font }, dialog.button));
  form.append(field, row);
  if (dialog.upload) {
    const file = element('input', { font, margin: '8px 0 0' });
    file.type = 'file';
    file.addEventListener('change', () => {
      const picked = file.files?.[0];
      if (picked !== undefined) field.value = pathOf(picked);
    });
    field.after(file);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer({ path: field.value.trim(), button: null });
  });
  box.append(form);
}

function addButtons(
  box: HTMLDialogElement,
  dialog: Extract<PageDialog, { kind: 'message' }>,
  answer: (given: DialogAnswer) => void,
): void {
  box.append(
    element('p', { whiteSpace: 'pre-wrap' }, dialog.message),
    element('p', { whiteSpace: 'pre-wrap' }, dialog.detail),
  );
  const row = element('div', { display: 'flex', gap: '8px', justifyContent: 'flex-end' });
  dialog.buttons.forEach((label, index) => {
    const button = element('button', { font }, label);
    button.addEventListener('click', () => answer({ path: null, button: index }));
    row.append(button);
  });
  box.append(row);
}

/** The path of a file that a person picked or dropped. Its bytes go to the server, which lays them down and says where. */
export function pathOf(file: File): string {
  return askNow('file', { name: file.name }, file);
}

export function showToast(title: string, body: string): void {
  const toast = element('div', {
    position: 'fixed',
    right: '16px',
    bottom: '16px',
    padding: '12px',
    width: '320px',
    border: '1px solid #888',
    borderRadius: '6px',
    background: '#fff',
    color: '#111',
    font,
    zIndex: '2147483647',
    whiteSpace: 'pre-wrap',
    // The desktop's lie beside the window; this one must not stand between a hand and the page.
    pointerEvents: 'none',
  });
  toast.dataset.standInToast = '';
  toast.append(element('strong', {}, title), element('div', {}, body));
  document.body.append(toast);
  setTimeout(() => toast.remove(), 6000);
}

/** After the app has ended, so that nobody types into a page that saves nothing. */
export function showClosed(text: string): void {
  const cover = element(
    'div',
    {
      position: 'fixed',
      inset: '0',
      background: '#f7f6f3',
      color: '#1c1917',
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      font: '16px system-ui, sans-serif',
      zIndex: '2147483647',
    },
    text,
  );
  document.body.replaceChildren(cover);
}
