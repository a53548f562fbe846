import { cleanup } from '@testing-library/react';

/** Before each DOM test file: the page of the worker as nobody used it yet, with no main process behind it. */
cleanup();
document.body.replaceChildren();
localStorage.clear();
sessionStorage.clear();
Reflect.deleteProperty(window, 'keben');
