import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { KebenBridge } from '../../src-shared/ipc/bridge.ts';
import { channelNames } from '../../src-shared/ipc/channel-names.ts';

const bridge: KebenBridge = {
  call: (message) => ipcRenderer.invoke(channelNames.call, message),
  on: (topic, listen) => {
    // The event stays here: it holds ipcRenderer itself, which the page must not get.
    const heard = (_event: unknown, message: Parameters<typeof listen>[0]): void => listen(message);
    ipcRenderer.on(channelNames[topic], heard);
    return () => {
      ipcRenderer.off(channelNames[topic], heard);
    };
  },
  pathOfDroppedFile: (file: File) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('keben', bridge);
