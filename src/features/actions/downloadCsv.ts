import { actionsToCsv } from '../../../domain/actions/csv';
import type { OpenAction } from '../../../domain/actions/openActions';

/** Saves these actions as a CSV file. */
export function downloadCsv(actions: readonly OpenAction[]): void {
  const file = new Blob([actionsToCsv(actions)], { type: 'text/csv;charset=utf-8' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'open-actions.csv';
  link.click();
  // The download has its own handle on the blob once the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
