'use strict';
// A small Electron app for the stand-in's own tests. It must run on real Electron just the same.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { app, BrowserWindow, dialog, ipcMain, protocol, session, utilityProcess } = require('electron');

const userData = process.argv.find((arg) => arg.startsWith('--user-data='))?.slice('--user-data='.length);
if (userData !== undefined) app.setPath('userData', userData);
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };
const seen = { navigations: [], opened: [], second: [], windowMessages: [] };
globalThis.seen = seen;

if (!app.requestSingleInstanceLock({ from: 'fixture' })) {
  app.quit();
} else {
  app.on('second-instance', (_event, argv, _cwd, data) => seen.second.push({ argv, data }));
  app.whenReady().then(start);
}

function start() {
  protocol.handle('app', (request) => {
    const { pathname } = new URL(request.url);
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    if (!['index.html', 'page.js'].includes(name)) return new Response('not found', { status: 404 });
    return new Response(readFileSync(join(__dirname, name)), {
      headers: {
        'content-type': types[name.slice(name.lastIndexOf('.'))],
        'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'",
      },
    });
  });
  session.defaultSession.webRequest.onHeadersReceived((details, callback) => {
    callback({ responseHeaders: { ...details.responseHeaders, 'x-seen': [details.url] } });
  });
  ipcMain.handle('echo', (_event, value) => value);
  ipcMain.handle('sender', (event) => event.senderFrame.url);
  ipcMain.handle('fail', () => {
    throw new RangeError('out of range');
  });
  ipcMain.handle('read', (_event, path) => readFileSync(path, 'utf8'));
  ipcMain.handle('pick', () => dialog.showOpenDialog({ title: 'Pick', properties: ['openFile'] }));
  ipcMain.handle('double', (_event, number) => {
    const child = utilityProcess.fork(join(__dirname, 'child.cjs'), [], { serviceName: 'double' });
    return new Promise((resolve) => {
      child.once('message', (answer) => {
        resolve(answer);
        child.kill();
      });
      child.postMessage(number);
    });
  });
  const window = new BrowserWindow({
    width: 900,
    height: 600,
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  window.webContents.on('will-navigate', (event) => {
    seen.navigations.push(event.url);
    event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    seen.opened.push(url);
    return { action: 'deny' };
  });
  window.loadURL('app://bundle/index.html').then(() => window.webContents.send('greeting', 'hello'));
}
