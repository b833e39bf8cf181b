/**
 * Keeps an open page up to date: asks for the same address again and replaces what changed. What the reader has
 * opened stays open, and where they are stays where it is. Without it the pages work, and are reloaded by hand.
 */
export const SCRIPT = `
'use strict';
const EVERY_MS = 2000;
const follow = document.getElementById('follow');
follow.parentElement.hidden = false;

// A key in the address is the reader's own: what they copy from here does not hold it.
const address = new URL(location.href);
if (address.searchParams.has('key')) {
  address.searchParams.delete('key');
  history.replaceState(null, '', address);
}

function replace(part, fresh) {
  const opened = new Map([...part.querySelectorAll('details[id]')].map((one) => [one.id, one.open]));
  for (const one of fresh.querySelectorAll('details[id]')) {
    if (opened.has(one.id)) one.open = opened.get(one.id);
  }
  if (part.innerHTML === fresh.innerHTML) return;
  const focused = part.contains(document.activeElement) ? document.activeElement : undefined;
  const places = 'a[href], summary';
  const place = focused ? [...part.querySelectorAll(places)].indexOf(focused) : -1;
  const key = focused?.getAttribute('href') ?? focused?.parentElement.id;
  part.innerHTML = fresh.innerHTML;
  if (!focused) return;
  const all = [...part.querySelectorAll(places)];
  const same = all.find((one) => (one.getAttribute('href') ?? one.parentElement.id) === key);
  (same ?? all[place])?.focus({ preventScroll: true });
}

async function look() {
  if (!follow.checked || document.hidden || !getSelection().isCollapsed) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(part.id);
    if (next) replace(part, next);
  }
}

async function keepLooking() {
  try {
    await look();
  } catch (error) {
    // The local cloud is down, or starts again: what is shown stays, and the next look may find it.
    if (!(error instanceof TypeError)) throw error;
  }
  setTimeout(keepLooking, EVERY_MS);
}
setTimeout(keepLooking, EVERY_MS);
`;
