'use strict';
const { contextBridge, ipcRenderer, webUtils } = require('electron');

contextBridge.exposeInMainWorld('fixture', {
  call: (channel, value) => ipcRenderer.invoke(channel, value),
  onGreeting: (callback) => {
    ipcRenderer.on('greeting', (_event, text) => callback(text));
  },
  pathOf: (file) => webUtils.getPathForFile(file),
});
