// How a report and what it is written from lie to one another: plain, and the same on the server and in the browser.
import { constituencyOf } from '#analysis/rules.ts';
import type { DeskParagraph, DeskPoint, DeskSaid, DeskSentence, DeskStatement, DeskText, Voice } from '#report/editing/views.ts'; // prettier-ignore
import { countStates, ledgerState, listings, type LedgerState } from '#report/ledger/rules.ts';
import { letterAt } from '#report/rules.ts';

/** A sentence with its place: “7a”. */
export interface Placed extends DeskSentence {
  paragraph: DeskParagraph;
  number: number;
  letter: string;
  /** Its place among all sentences. */
  at: number;
}

/** One part of the forum: how many of those who said something are in the body, and who is not. */
export interface Share {
  name: string;
  heard: number;
  missing: Voice[];
}

export class Layout {
  readonly sentences: Placed[] = [];
  readonly numbers = new Map<string, number>();
  readonly placed = new Map<string, Placed>();
  /** By statement. */
  readonly citing: Map<string, Placed[]>;
  readonly ledger: Map<string, LedgerState>;
  readonly statements: Map<string, DeskStatement>;
  readonly said: DeskSaid;
  readonly #pointsOf: Map<string, DeskPoint[]>;

  constructor(text: Pick<DeskText, 'paragraphs' | 'decisions' | 'through'>, said: DeskSaid) {
    this.said = said;
    for (const paragraph of text.paragraphs) {
      if (paragraph.heading === null) this.numbers.set(paragraph.id, this.numbers.size + 1);
      const number = this.numbers.get(paragraph.id) ?? 0;
      paragraph.sentences.forEach((sentence, i) => {
        const placed = { ...sentence, paragraph, number, letter: letterAt(i), at: this.sentences.length };
        this.sentences.push(placed);
        this.placed.set(sentence.id, placed);
      });
    }
    this.statements = new Map(said.statements.map((statement) => [statement.id, statement]));
    this.#pointsOf = Map.groupBy(said.points, ({ statement }) => statement);
    this.citing = new Map();
    for (const sentence of this.sentences)
      for (const id of new Set(sentence.cites.flatMap(({ statement }) => statement ?? [])))
        this.citing.set(id, [...(this.citing.get(id) ?? []), sentence]);
    this.ledger = this.#ledger(text);
  }

  #ledger({ decisions, through }: Pick<DeskText, 'decisions' | 'through'>): Map<string, LedgerState> {
    const decided = new Map(decisions.map((one) => [one.statement, one]));
    const elsewhere = new Set(through);
    const isCited = (id: string) =>
      elsewhere.has(id) || (this.citing.get(id) ?? []).some(({ paragraph }) => !listings.includes(paragraph.section));
    return new Map(
      this.said.statements.map(({ id, state, isNotRelevant }) => {
        const decision = decided.get(id);
        const mergedIntoReflected = Boolean(decision?.mergedWith && isCited(decision.mergedWith));
        const standing = { state, isCited: isCited(id), isListed: this.citing.has(id), isNotRelevant };
        return [id, ledgerState({ ...standing, decided: decision?.kind ?? null, mergedIntoReflected })];
      }),
    );
  }

  counts(): Record<LedgerState, number> {
    return countStates([...this.ledger.values()]);
  }

  pointsOf(statement: string): DeskPoint[] {
    return this.#pointsOf.get(statement) ?? [];
  }

  /** The points a sentence rests on: cited, or with words in what it quotes. */
  pointsIn(sentence: DeskSentence): DeskPoint[] {
    return sentence.cites.flatMap((cite) =>
      cite.statement === null
        ? []
        : this.pointsOf(cite.statement).filter(
            ({ id, start, end }) => id === cite.point || (cite.start! < end && start < cite.end!),
          ),
    );
  }

  /** The sentences that rest on a point. */
  sentencesOn(point: DeskPoint): Placed[] {
    return (this.citing.get(point.statement) ?? []).filter((one) =>
      this.pointsIn(one).some(({ id }) => id === point.id),
    );
  }

  /** Who stands behind these points: distinct delegations and their constituencies, never mentions. */
  voicesIn(points: readonly DeskPoint[]): { delegations: number; constituencies: number } {
    const voices = new Map(points.flatMap(({ statement }) => this.statements.get(statement)!.voices.map((one) => [one.key, one.kind] as const))); // prettier-ignore
    voices.delete('');
    return { delegations: voices.size, constituencies: new Set([...voices.values()].flatMap((kind) => constituencyOf(kind) ?? [])).size }; // prettier-ignore
  }

  /** “7a”, as people write it. */
  sentenceCalled(name: string): Placed | undefined {
    const [, number, letter] = /^\s*(\d+)\s*([a-z]*)\s*$/i.exec(name) ?? [];
    return this.sentences.find((one) => one.number === Number(number) && one.letter === (letter?.toLowerCase() || 'a'));
  }

  /** “14”, or “2.1/14” where a report covers several roundtables. */
  statementCalled(name: string): DeskStatement | undefined {
    const [, roundtable, number] = /^\s*(?:([\d.]+)\s*\/\s*)?(\d+)\s*$/.exec(name) ?? [];
    return this.said.statements.find(
      (one) => one.number === Number(number) && (roundtable === undefined || one.roundtable === roundtable),
    );
  }

  /** Who said something that counts and is not in the body, by constituency and by region. */
  shares(): { constituencies: Share[]; regions: Share[] } {
    const voices = new Map<string, Voice & { isIn: boolean }>();
    for (const statement of this.said.statements) {
      const state = this.ledger.get(statement.id)!;
      if (state === 'withdrawn' || state === 'held' || state === 'not_retained') continue;
      for (const voice of statement.voices) {
        const isIn = state === 'reflected' || state === 'merged' || (voices.get(voice.key)?.isIn ?? false);
        if (voice.key !== '') voices.set(voice.key, { ...voice, isIn });
      }
    }
    const by = (part: (voice: Voice) => string | null) =>
      [...Map.groupBy(voices.values(), part)]
        .filter(([name]) => name !== null)
        .map(([name, those]) => ({ name: name!, heard: those.length, missing: those.filter(({ isIn }) => !isIn) }))
        .sort((a, b) => b.missing.length - a.missing.length || b.heard - a.heard || a.name.localeCompare(b.name, 'en'));
    return { constituencies: by(({ kind }) => constituencyOf(kind)), regions: by(({ region }) => region) };
  }
}
