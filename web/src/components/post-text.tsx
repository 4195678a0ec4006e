/** Words that came from outside: shown as text and nothing else. */
import type { TextRange } from '#libs/contracts/values.js';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Piece, toPieces } from './plain-text.js';

/** A post's text with the matched words marked and hidden characters made visible. */
export const PostText = memo(function PostText({ text, ranges }: { text: string; ranges?: readonly TextRange[] }) {
  return toPieces(text, ranges).map((piece, i) => <PieceText key={i} piece={piece} />);
});

function PieceText({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  if (piece.kind !== 'hidden') return piece.kind === 'mark' ? <mark>{piece.text}</mark> : piece.text;
  return (
    <span className="hidden-char" title={t('common.hiddenCharacter', { code: piece.code })}>
      U+{piece.code}
    </span>
  );
}
