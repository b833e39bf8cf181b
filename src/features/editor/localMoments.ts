import { MOMENTS, type MomentId } from '../../../domain/postMortem';

/** A stored UTC moment as a `datetime-local` field wants it, in this device's zone: "2026-03-04T15:02". */
export function toLocalField(iso: string | null): string {
  if (iso === null) return '';
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What a `datetime-local` field holds as a UTC moment; null while it is empty or incomplete. */
export function fromLocalField(value: string): string | null {
  const date = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d/.test(value) ? new Date(value) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The moments that stand before an earlier one, such as "detected" before "started". */
export function outOfOrder(moments: Record<MomentId, string | null>): { id: MomentId; after: string } | null {
  let latest: { label: string; at: number } | null = null;
  for (const { id, label } of MOMENTS) {
    const iso = moments[id];
    if (iso === null) continue;
    const at = new Date(iso).getTime();
    if (latest && at < latest.at) return { id, after: latest.label };
    latest = { label, at };
  }
  return null;
}
