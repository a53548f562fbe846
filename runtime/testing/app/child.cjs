'use strict';
process.parentPort.on('message', (event) => process.parentPort.postMessage(event.data * 2));
