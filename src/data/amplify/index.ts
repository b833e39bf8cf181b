import outputs from '../../../amplify_outputs.json';
import { NOVA } from '../../../domain/enhancement/modelRoles';
import type { Services, SignedInUser } from '../types';
import { amplifyEnhancements } from './enhancementService';
import { amplifyPostMortems } from './postMortemStore';

const ownData = async () => (await import('./ownDataStore')).amplifyOwnData;

/** The deployed (or local) backend, through the Amplify data client, for this person. Configure Amplify first. */
export const amplifyServices = (user: SignedInUser): Services => ({
  models: outputs.custom?.models ?? NOVA,
  postMortems: amplifyPostMortems(user),
  enhancements: amplifyEnhancements,
  // None of these is needed to write.
  history: { of: async (id) => (await import('./historyStore')).amplifyHistory.of(id) },
  search: {
    search: async (query) => (await import('./searchStore')).amplifySearch.search(query),
    similar: async (id) => (await import('./searchStore')).amplifySearch.similar(id),
    similarToText: async (text, except) =>
      (await import('./searchStore')).amplifySearch.similarToText(text, except),
  },
  remarks: { on: async (id) => (await import('./remarkService')).amplifyRemarks.on(id) },
  actions: {
    list: async (ownerId, signal) => (await import('./actionStore')).amplifyActions.list(ownerId, signal),
  },
  templates: {
    list: async () => (await import('./templateStore')).amplifyTemplates.list(),
    save: async (template) => (await import('./templateStore')).amplifyTemplates.save(template),
    remove: async (name) => (await import('./templateStore')).amplifyTemplates.remove(name),
  },
  bin: {
    list: async (next) => (await import('./binStore')).amplifyBin.list(next),
    deleteForGood: async (id) => (await import('./binStore')).amplifyBin.deleteForGood(id),
  },
  memories: async () => (await import('./memoryStore')).amplifyMemories(user),
  conversations: async () => (await import('./conversationStore')).amplifyConversations,
  talk: async () => (await import('./talk')).amplifyTalk(user),
  archive: async () => (await import('./archiveStore')).amplifyArchive(user),
  reviews: async () => (await import('./reviewStore')).amplifyReviews,
  ownData: {
    owned: async (of) => (await ownData()).owned(of),
    published: async (of) => (await ownData()).published(of),
    memberships: async (of) => (await ownData()).memberships(of),
    runsOn: async (id) => (await ownData()).runsOn(id),
    binned: async (id) => (await ownData()).binned(id),
    delete: async (id) => (await ownData()).delete(id),
    deleteRun: async (id) => (await ownData()).deleteRun(id),
    comments: async () => (await ownData()).comments(),
    eraseComment: async (on, id) => (await ownData()).eraseComment(on, id),
    reviews: async () => (await ownData()).reviews(),
    eraseFromReview: async (id) => (await ownData()).eraseFromReview(id),
    templates: async (of) => (await ownData()).templates(of),
    memories: async () => (await ownData()).memories(),
    conversations: async (of) => (await ownData()).conversations(of),
    deleteConversation: async (id) => (await ownData()).deleteConversation(id),
    forget: async (memory) => (await ownData()).forget(memory),
    deleteTemplate: async (name) => (await ownData()).deleteTemplate(name),
    answers: async (of) => (await ownData()).answers(of),
    deleteAnswer: async (id) => (await ownData()).deleteAnswer(id),
  },
});
