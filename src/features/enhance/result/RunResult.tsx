import { useReducer } from 'react';
import { OWN_TEXT } from '../../../../domain/enhancement';
import { type ResultProps, ResultView } from './ResultView';
import { readableDrafts } from './readable';
import { firstState, nextState } from './resultState';
import './result.css';

/** A finished run, with what the author does with it for as long as it is on the screen. */
export default function RunResult(props: ResultProps) {
  const [state, send] = useReducer(nextState, null, () =>
    firstState(readableDrafts(props.run)[0]?.number ?? OWN_TEXT),
  );
  return <ResultView {...props} state={state} send={send} />;
}
