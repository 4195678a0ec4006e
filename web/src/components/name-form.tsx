/** One line that adds something by its name, and what went wrong. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useProblemWords } from './problem-words.js';

interface Props {
  label: string;
  action: string;
  pending: boolean;
  error: Error | null;
  /** @param done call it when the thing is there: the line is empty again */
  onAdd: (name: string, done: () => void) => void;
}

export function NameForm({ label, action, pending, error, onAdd }: Props) {
  const words = useProblemWords();
  const [name, setName] = useState('');
  return (
    <>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(name.trim(), () => setName(''));
        }}
      >
        <TextInput
          aria-label={label}
          placeholder={label}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={pending} disabled={name.trim() === ''}>
          {action}
        </Button>
      </form>
      {error && (
        <p className="form__problem" role="alert">
          {words(error)}
        </p>
      )}
    </>
  );
}
