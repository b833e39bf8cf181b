import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { ANSWERER } from '../../domain/enhancement/modelRoles';
import type { QuestionFilters } from '../data/archive';
import { SessionExpiredError } from '../data/errors';
import { useServices } from '../data/services';
import AskView from '../features/archive/AskView';
import { AnswerDesk } from '../features/archive/answerDesk';

/** Asks what published post-mortems say. */
export default function AskPage({ onSessionExpired }: { onSessionExpired: () => void }) {
  const { archive, models } = useServices();
  const desk = useMemo(() => new AnswerDesk(archive), [archive]);
  const answers = useSyncExternalStore(desk.subscribe, desk.snapshot);
  useEffect(() => desk.open(), [desk]);
  const isExpired = answers.error instanceof SessionExpiredError;
  useEffect(() => {
    if (isExpired) onSessionExpired();
  }, [isExpired, onSessionExpired]);
  const ask = async (question: string, filters: QuestionFilters, followUpOf: string | null) => {
    const id = crypto.randomUUID();
    return (await desk.ask({ id, question, filters, followUpOf })) ? id : null;
  };
  return (
    <AskView
      answers={answers}
      answerer={models[ANSWERER]}
      onAsk={ask}
      onStop={(id) => void desk.stop(id)}
      onRemove={(id) => void desk.remove(id)}
      onMore={() => void desk.more()}
    />
  );
}
