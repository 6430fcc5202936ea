// What the server printed in its terminal, asked for where the address did not bring it along.
import { TextInput } from '@mantine/core';
import { terminalToken } from './opened-with.ts';

export interface TerminalFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TerminalField({ value, onChange }: TerminalFieldProps) {
  if (terminalToken !== '') return null;
  return (
    <TextInput
      label="From the terminal"
      description="The server printed it when it started. It shows that you may."
      placeholder="XXXX-XXXX-XXXX-XXXX"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      required
      withAsterisk={false}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
