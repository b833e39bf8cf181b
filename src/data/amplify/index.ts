import outputs from '../../../amplify_outputs.json';
import { NOVA } from '../../../domain/enhancement/modelRoles';
import type { Services, SignedInUser } from '../types';
import { amplifyEnhancements } from './enhancementService';
import { amplifyPostMortems } from './postMortemStore';

/** The deployed (or local) backend, through the Amplify data client, for this person. Configure Amplify first. */
export const amplifyServices = (user: SignedInUser): Services => ({
  models: outputs.custom?.models ?? NOVA,
  postMortems: amplifyPostMortems(user),
  enhancements: amplifyEnhancements,
  // None is needed to write.
  history: { of: async (id) => (await import('./historyStore')).amplifyHistory.of(id) },
  search: {
    search: async (query) => (await import('./searchStore')).amplifySearch.search(query),
    similar: async (id) => (await import('./searchStore')).amplifySearch.similar(id),
  },
  actions: { list: async (ownerId) => (await import('./actionStore')).amplifyActions.list(ownerId) },
});
