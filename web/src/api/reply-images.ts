/** Pictures of the answer that one writes. */
import type { ReplyImages, ReplyImageView } from '#libs/contracts/http/images.js';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { del, get, patch, upload } from './client.js';
import { keys } from './keys.js';

/** Where a picture can be shown from. */
export const imageAddress = (caseId: string, id: string) => `/api/v1/cases/${caseId}/images/${id}/content`;

/** What one has added to the case and not sent. */
export function useReplyImages(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.replyImages(caseId),
    queryFn: ({ signal }) => get<ReplyImages>(`/cases/${caseId}/images`, undefined, signal),
    enabled,
  });
}

export function useChangeImages(caseId: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.replyImages(caseId) });
  const add = useMutation({ mutationFn: (file: Blob) => upload<ReplyImageView>(`/cases/${caseId}/images`, file), onSettled });
  const describe = useMutation({
    mutationFn: ({ id, alt }: { id: string; alt: string }) => patch<ReplyImageView>(`/cases/${caseId}/images/${id}`, { alt }),
    onSettled,
  });
  const remove = useMutation({ mutationFn: (id: string) => del(`/cases/${caseId}/images/${id}`), onSettled });
  return { add, describe, remove, refresh: onSettled };
}
