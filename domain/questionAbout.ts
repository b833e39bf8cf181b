/** What stands in a draft in place of a value that the author never wrote. */
export const questionAbout = (value: string): string => `[TODO: confirm "${value.replaceAll('"', "'")}"]`;

/** A draft with the values back that became questions: as the model wrote it. */
export const asWritten = (text: string): string => text.replace(/\[TODO: confirm "([^"\n]*)"\]/g, '$1');
