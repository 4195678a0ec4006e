/** The way to a post in its own network; nothing where its address is not to be trusted or not known. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useOpenWords } from './open-words.js';
import { safeUrl } from './plain-text.js';

export function OpenPost({ url, network }: { url: string | null; network: string }) {
  const open = useOpenWords()(network);
  const address = safeUrl(url);
  if (!address) return null;
  return (
    <Tooltip label={open}>
      <ActionIcon
        className="tl__open"
        size={24}
        aria-label={open}
        component="a"
        href={address}
        target="_blank"
        rel="noopener noreferrer nofollow"
      >
        <IconExternalLink size={14} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
