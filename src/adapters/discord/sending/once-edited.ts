import type { EditOutcome, SendOutcome } from '#channel/messenger.ts';

type Created = Extract<SendOutcome, { readonly kind: 'sent' }>;

/** A card that was created as its plain sentence, as the edit left it that was to make it whole. */
export function onceEdited({ kind, message }: Created, edit: EditOutcome): Created {
  switch (edit.kind) {
    case 'sent':
      return { kind, message };
    case 'unknown':
      return { kind, message, isBare: true, mayChange: true };
    case 'later':
    case 'refused':
    case 'message-gone':
    case 'window-closed':
      return { kind, message, isBare: true };
  }
}
