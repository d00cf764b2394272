/**
 * A piece of shown text, free of any platform's markup. `text` is data: adapters escape it. Times are told apart
 * because each platform shows them in the reader's zone. `at` is ISO 8601 in UTC.
 */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly style?: 'strong' | 'quiet' | 'struck' | 'code' }
  | { readonly kind: 'time'; readonly at: string; readonly shape: 'time' | 'date' | 'date-time' }
  /** The number of a source of the card. */
  | { readonly kind: 'source'; readonly number: number }
  /** A person by their platform's own id: shown as the platform shows people, in words where it does not know them. */
  | { readonly kind: 'person'; readonly id: string }
  /**
   * A role or user group by its platform's own id: named, never called. It stands only in what one person alone reads,
   * since Slack calls a group whose name stands in a channel.
   */
  | { readonly kind: 'group'; readonly id: string }
  /** French has two words for a channel: who is on Slack says “canal”, everybody else “salon”. */
  | { readonly kind: 'salon'; readonly isMany: boolean; readonly style?: 'strong' };

/** One line or paragraph. */
export type Phrase = readonly Piece[];
