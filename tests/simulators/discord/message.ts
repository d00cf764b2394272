import type { UploadedFile } from './read-upload.ts';
import type { Snowflake } from './snowflake.ts';

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** A part of a message or a form, with the fields that this simulator looks at. */
export type Component = {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly style?: number;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly emoji?: Json;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  /** What a File shows: `attachment://` and the name of an uploaded one. */
  readonly file?: { readonly url: string };
  /** What a Label of a form holds. */
  readonly component?: Component;
};

/** What a message says. */
export type MessageBody = {
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Component[];
  readonly flags: number;
  /** Uploaded with it. */
  readonly files?: readonly UploadedFile[];
};

/** What a message said from one moment on. */
export type Revision = MessageBody & { readonly at: Date };

/** A message with all that it ever said; the last revision is what people see. */
export type Message = {
  readonly id: Snowflake;
  readonly channel: Snowflake;
  readonly author: Snowflake;
  readonly at: Date;
  readonly revisions: readonly Revision[];
  /** Whom it called when it was posted: ids of users and roles, or `everyone`. An edit calls nobody. */
  readonly pings: readonly string[];
  readonly nonce?: string | number;
  /** The message that it answers. */
  readonly answers?: Snowflake;
  readonly interaction?: Snowflake;
  /** An ephemeral message is seen by one person and stands in no history. */
  readonly seenOnlyBy?: Snowflake;
  /** "Readout is thinking…" */
  readonly isThinking: boolean;
  readonly isDeleted: boolean;
};

/** Flags of a message (docs: resources/message, "Message Flags"). */
export const FLAGS = {
  SUPPRESS_EMBEDS: 1 << 2,
  EPHEMERAL: 1 << 6,
  LOADING: 1 << 7,
  SUPPRESS_NOTIFICATIONS: 1 << 12,
  IS_COMPONENTS_V2: 1 << 15,
} as const;

/** Types of components (docs: components/reference). */
export const COMPONENTS = {
  ACTION_ROW: 1,
  BUTTON: 2,
  SECTION: 9,
  TEXT: 10,
  FILE: 13,
  SEPARATOR: 14,
  CONTAINER: 17,
  LABEL: 18,
} as const;

/** What people see of the message now. Throws for a message that never said anything. */
export function shownBody(message: Message): Revision {
  const shown = message.revisions.at(-1);
  if (!shown) throw new Error(`message ${message.id} has no revision`);
  return shown;
}

/** Whether a message is made of components alone. */
export const isComponentsV2 = ({ flags }: Pick<MessageBody, 'flags'>): boolean =>
  (flags & FLAGS.IS_COMPONENTS_V2) !== 0;

/** Every component, those inside others too, from top to bottom. */
export function allComponents(components: readonly Component[]): readonly Component[] {
  return components.flatMap((component) => [
    component,
    ...allComponents(component.components ?? []),
    ...allComponents([component.accessory, component.component].filter((inner) => inner !== undefined)),
  ]);
}

/** What a message says, as text that a test can search: content, text displays and labels, each on its line. */
export const readAloud = ({ content, embeds, components }: MessageBody): string =>
  [
    content,
    ...embeds.flatMap(({ title, description }) => [title, description]),
    ...allComponents(components).map((component) => component.content ?? component.label),
  ]
    .filter((line) => typeof line === 'string' && line !== '')
    .join('\n');
