import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { questionsIn } from '../../../../domain/todo';
import { say } from '../../../language/say';
import { answered } from './answering';

/** "What is missing?": the questions a text still asks, each with room for its answer. */
export default function WhatIsMissing(props: { where: string; text: string; onText(text: string): void }) {
  const { where, text, onText } = props;
  const questions = questionsIn(text);
  const list = useRef<HTMLOListElement>(null);
  const [answers, setAnswers] = useState(0);
  // The answered question is gone, and the focus would be with it.
  useEffect(() => {
    if (answers > 0) list.current?.querySelector('input')?.focus();
  }, [answers]);
  if (questions.length === 0) return null;
  return (
    <div className="questions stack-tight">
      <h3 className="questions-title">
        {say('What is missing?')} <span className="soft small">{where}</span>
      </h3>
      <ol className="stack-tight" ref={list}>
        {questions.map((question, index) => (
          // The same question can stand twice, and answering one moves those behind it.
          <li
            key={`${question.question}/${questions.slice(0, index).filter((one) => one.question === question.question).length}`}
          >
            <Answer
              question={question.question}
              onAnswer={(answer) => {
                onText(answered(text, question, answer));
                setAnswers(answers + 1);
              }}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Answer({ question, onAnswer }: { question: string; onAnswer(answer: string): void }) {
  const id = useId();
  const [answer, setAnswer] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answer.trim() !== '') onAnswer(answer);
  };
  return (
    <form className="field" onSubmit={submit}>
      <label htmlFor={id} dir="auto">
        {question}
      </label>
      <div className="answer">
        <input id={id} dir="auto" value={answer} onChange={(event) => setAnswer(event.target.value)} />
        <button type="submit" className="button" disabled={answer.trim() === ''}>
          {say('Answer')}
          <span className="visually-hidden">: {question}</span>
        </button>
      </div>
    </form>
  );
}
