/** The way back to the room that a page belongs to. */
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';

export function BackLink({ to, words }: { to: NonNullable<LinkProps['to']>; words: string }) {
  return (
    <Link to={to} className="back">
      <IconArrowLeft size={15} aria-hidden />
      {words}
    </Link>
  );
}
