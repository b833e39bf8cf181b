/** Every tab of this browser that has Nevermore open, whoever is signed in there. */
const CHANNEL = 'nevermore.saved';

/** Tells one's other tabs that a post-mortem was saved. */
export function tellOtherTabs(postMortemId: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(postMortemId);
  channel.close();
}

/** Hears of saves in one's other tabs; this one hears nothing of its own. @returns what ends the listening */
export function onSavedInOtherTab(postMortemId: string, listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === postMortemId) listener();
  };
  return () => channel.close();
}
