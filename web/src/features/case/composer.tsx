/** The box to answer in: where it goes, as whom, how long it is, and five seconds to take it back. */
import type { CheckedReply } from '#libs/contracts/http/composing.js';
import { lengthBy } from '#libs/contracts/reply-length.js';
import type { CaseView } from '#libs/contracts/views/case.js';
import type { MeView } from '#libs/contracts/views/people.js';
import { Button } from '@mantine/core';
import { IconCornerDownLeft, IconMessageBolt, IconMessage2, IconNote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { networkName } from '../../components/network.js';
import { authorName } from '../../components/person.js';
import { useProblemWords } from '../../components/problem-words.js';
import { ComposerGate } from './composer-gate.js';
import { DeliveryLine } from './delivery-line.js';
import { LengthRing } from './length-ring.js';
import { PeopleHere } from './people-here.js';
import { AddPicture, Pictures } from './reply-images.js';
import { ReplyHints } from './reply-hints.js';
import { PermissionLine } from './permission-line.js';
import { Translation } from './translation.js';
import { UndoBar } from './undo-bar.js';
import { VisibilityChoice } from './visibility-choice.js';
import type { ComposerMode, ComposerState } from './use-composer.js';

interface Props {
  view: CaseView;
  me: MeView;
  composer: ComposerState;
}
const ICON = { reply: IconMessage2, acknowledge: IconMessageBolt, note: IconNote };

export function Composer({ view, me, composer }: Props) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const { mode } = composer;
  return (
    <section className="composer" aria-label={t('composer.label')}>
      <UndoBar view={view} onUndone={composer.putBack} />
      <PeopleHere view={view} me={me} onTakeText={composer.modes.includes('reply') ? composer.putBack : undefined} />
      {mode === undefined ? (
        <ComposerGate view={view} me={me} />
      ) : (
        <>
          {mode !== 'note' && <PermissionLine view={view} />}
          {mode !== 'note' && <DeliveryLine view={view} words={composer.draft.text} />}
          <div className="composer__box" data-mode={mode} data-alone={mode === 'note' || undefined}>
            <Modes composer={composer} view={view} />
            {mode !== 'note' && <VisibilityChoice view={view} composer={composer} />}
            <Words composer={composer} mode={mode} view={view} />
            {mode === 'reply' && <Pictures view={view} pictures={composer.pictures} />}
            {mode !== 'note' && <Translated view={view} composer={composer} />}
            {composer.checked && <Checked composer={composer} checked={composer.checked} />}
            {composer.error !== null && (
              <p className="composer__problem" role="alert">
                {words(composer.error)} {t('composer.kept')}
              </p>
            )}
            <Foot composer={composer} mode={mode} view={view} invented={me.invented} />
          </div>
          {mode === 'note' && <ComposerGate view={view} me={me} onlyWhenUseful />}
        </>
      )}
    </section>
  );
}

/** One key confirms the first promise that is not confirmed yet. */
function confirmNext({ checked, isConfirmed, confirm }: ComposerState): void {
  const next = checked?.commitments.find((promise) => !isConfirmed(promise));
  if (next) confirm(next);
}

function Modes({ composer, view }: { composer: ComposerState; view: CaseView }) {
  const { t } = useTranslation();
  const { as } = view.channel;
  return (
    <div className="composer__modes" role="group" aria-label={t('composer.modes')}>
      {composer.modes.map((mode) => {
        const Icon = ICON[mode];
        return (
          <button key={mode} type="button" aria-pressed={mode === composer.mode} onClick={() => composer.setMode(mode)}>
            <Icon size={14} aria-hidden />
            {t(`composer.mode.${mode}`)}
          </button>
        );
      })}
      {composer.mode !== 'note' && as && (
        <span className="composer__as">
          {t('composer.as', { network: networkName(view.card.network) })} <strong>{as}</strong>
        </span>
      )}
    </div>
  );
}

function Words({ composer, mode, view }: { composer: ComposerState; mode: ComposerMode; view: CaseView }) {
  const { t } = useTranslation();
  const name = authorName(view.card.author);
  return (
    <div className="composer__grow" data-text={`${composer.draft.text}\n`}>
      <textarea
        ref={composer.box}
        aria-label={t(`composer.placeholder.${mode}`, { name })}
        placeholder={t(`composer.placeholder.${mode}`, { name })}
        dir="auto"
        rows={3}
        value={composer.draft.text}
        onChange={(event) => composer.draft.set(event.currentTarget.value)}
        onPaste={({ clipboardData: { files } }) => {
          const picture = [...files].find(({ type }) => type === 'image/png' || type === 'image/jpeg');
          if (picture && mode === 'reply' && view.channel.images) composer.pictures.add(picture);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) composer.send();
          else if (event.altKey && event.code === 'KeyY') confirmNext(composer);
          else if (event.key === 'Escape') event.currentTarget.blur();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </div>
  );
}

/** The answer in the customer's language, where it is not written in it. */
function Translated({ view, composer }: { view: CaseView; composer: ComposerState }) {
  const theirs = view.card.preview.lang;
  const text = composer.draft.text.trim();
  if (text === '' || text.length > 5000 || !/^[a-z]{2,3}$/.test(theirs) || theirs === composer.checked?.language) return null;
  return <Translation caseId={view.card.id} what={{ text, to: theirs }} onTake={(words) => composer.draft.set(words)} />;
}

function Checked({ composer, checked }: { composer: ComposerState; checked: CheckedReply }) {
  const show = (start: number, end: number) => {
    composer.box.current?.focus();
    composer.box.current?.setSelectionRange(start, end);
  };
  return <ReplyHints checked={checked} isConfirmed={composer.isConfirmed} onConfirm={composer.confirm} onShow={show} />;
}

function Foot({
  composer,
  mode,
  view,
  invented,
}: {
  composer: ComposerState;
  mode: ComposerMode;
  view: CaseView;
  invented: boolean;
}) {
  const { t } = useTranslation();
  const { channel } = view;
  const length = lengthBy(channel.lengthRule, composer.draft.text.trim());
  const { visibility } = composer;
  const beside = mode === 'reply' && composer.pictures.items.length > 0 ? (channel.images?.maxLength ?? null) : null;
  const most = beside ?? (visibility === 'private' ? channel.maxLengthPrivately : channel.maxLength);
  const limit = mode === 'note' ? null : most;
  const byHand = channel.delivery === 'by-hand' && mode !== 'note';
  const blocked = !byHand && (composer.checked?.hints.some((hint) => hint.blocks) ?? false);
  const label = mode === 'note' ? 'note' : byHand ? 'byHand' : invented ? 'pretend' : `${mode}.${visibility}`;
  return (
    <div className="composer__foot">
      {mode === 'reply' && channel.delivery === 'network' && <AddPicture view={view} pictures={composer.pictures} />}
      <span className="composer__kept">{composer.draft.kept && t('composer.draftKept')}</span>
      <LengthRing length={length} limit={limit} />
      <Button
        disabled={length === 0 || blocked || (limit !== null && length > limit)}
        loading={composer.sending}
        onClick={composer.send}
        rightSection={
          <span className="send-key" aria-hidden>
            <IconCornerDownLeft size={12} />
          </span>
        }
      >
        {t(`composer.send.${label as 'note'}`)}
      </Button>
    </div>
  );
}
