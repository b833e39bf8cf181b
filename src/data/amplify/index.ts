import outputs from '../../../amplify_outputs.json';
import { NOVA } from '../../../domain/models';
import type { Services } from '../types';
import { amplifyEnhancements } from './enhancementService';
import { amplifyPostMortems } from './postMortemStore';

/** The deployed (or local) backend, through the Amplify data client. Configure Amplify first. */
export const amplifyServices: Services = {
  models: outputs.custom?.models ?? NOVA,
  postMortems: amplifyPostMortems,
  enhancements: amplifyEnhancements,
};
