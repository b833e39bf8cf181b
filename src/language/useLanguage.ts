import { useSyncExternalStore } from 'react';
import { onLanguage, spokenLanguage } from './spoken';

/** The language of the screen. What calls it is drawn again when that changes, with everything in it. */
export const useLanguage = () => useSyncExternalStore(onLanguage, spokenLanguage, spokenLanguage);
