import type { Certainty, ChangeKind, Qualifier, Stage, Unit } from './vocabulary.ts';

/* What a figure states, and how that is changed: the parts of a record that rules look at. */

/** The part of a figure that says how large it is. */
export interface Amount {
  value?: number | undefined;
  range?: { from: number; to: number } | undefined;
  qualifier: Qualifier;
  unit: Unit;
}

/** The part of a figure that says when it held. */
export interface When {
  asOf?: string | undefined;
  period?: { from: string; to: string } | undefined;
}

/** A change of substance to a published text or figure. */
export interface Change {
  /** YYYY-MM-DD */
  date: string;
  kind: ChangeKind;
  /** What was changed, in a sentence. */
  what: string;
}

/** What a figure states. */
export interface Statement extends Amount, When {
  label: string;
  stage: Stage;
  counted: string;
  dateNote?: string | undefined;
  reportedBy: string;
  method: string;
  notMeaning: string;
  formula?: string | undefined;
  /** Ids of the sources that give it. */
  sources?: readonly string[] | undefined;
  certainty: Certainty;
}

/** What a figure stated otherwise before a change; what it did not have then is null. */
export type Was = { [Field in keyof Statement]?: Statement[Field] | null | undefined };

/** A figure with its changes. */
export interface ChangedFigure extends Statement {
  address: string;
  /** `was` holds each field that was changed, as it stood before. */
  changes: readonly (Change & { was?: Was | undefined })[];
}
