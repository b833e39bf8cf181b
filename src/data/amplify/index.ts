import outputs from '../../../amplify_outputs.json';
import { NOVA } from '../../../domain/enhancement/modelRoles';
import type { Services, SignedInUser } from '../types';
import { amplifyActions } from './actionStore';
import { amplifyEnhancements } from './enhancementService';
import { amplifyHistory } from './historyStore';
import { amplifyPostMortems } from './postMortemStore';

/** The deployed (or local) backend, through the Amplify data client, for this person. Configure Amplify first. */
export const amplifyServices = (user: SignedInUser): Services => ({
  models: outputs.custom?.models ?? NOVA,
  postMortems: amplifyPostMortems(user),
  enhancements: amplifyEnhancements,
  history: amplifyHistory,
  actions: amplifyActions,
});
