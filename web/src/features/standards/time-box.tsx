/** A time of day as people write it, from 00:00 to 24:00; read when the box is left. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';

export function TimeBox({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState<string | null>(null);
  const read = () => {
    const parts = /^\s*(\d{1,2})[:. ]?(\d{2})?\s*$/.exec(text ?? value);
    const time = parts && `${parts[1]!.padStart(2, '0')}:${parts[2] ?? '00'}`;
    if (time && time <= '24:00' && time.slice(3) < '60') onChange(time);
    setText(null);
  };
  return (
    <TextInput
      className="hours__time"
      aria-label={label}
      inputMode="numeric"
      maxLength={5}
      value={text ?? value}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={read}
    />
  );
}
