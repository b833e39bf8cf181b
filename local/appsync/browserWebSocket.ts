/**
 * A script for the browser, to be loaded before the app. Amplify opens subscriptions of any host that is
 * not AWS's own with `wss://`, and on this machine there is no certificate: live updates would fail without
 * a word. This turns such connections to the loopback into `ws://` and leaves every other one alone.
 */
export const browserWebSocketShim = `(() => {
  const Native = globalThis.WebSocket;
  const loopback = /^wss:(?=\\/\\/(?:localhost|127\\.0\\.0\\.1)(?::\\d+)?(?:[/?#]|$))/i;
  globalThis.WebSocket = class WebSocket extends Native {
    constructor(url, protocols) {
      super(String(url).replace(loopback, 'ws:'), protocols);
    }
  };
})();
`;
