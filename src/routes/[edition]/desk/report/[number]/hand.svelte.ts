// The words in hand: on the device at every keystroke, with the server when one pauses, and never laid over another's.
import { tick } from 'svelte';
import { openDevice, type Device } from '#routes/[edition]/desk/notes/[number]/kept.ts';
import { sentencesIn } from '#report/editing/adding/pasting.ts';
import type { ToldFinding } from '#report/checks/told.ts';
import type { ReportDesk } from './desk.svelte.ts';

/** What is being written: a sentence that stands, or a new one after another. */
export interface Editing {
  sentence: string | null;
  paragraph: string;
  basedOn: number;
  after: string | null;
  /** The words as they stood when this was begun, or last saved. */
  was: string;
}

/** Words that the server does not have. */
export type Unsaved = Editing & { id: string; n: number; text: string };

const pause = 900;

export class Hand {
  editing: Editing | null = $state.raw(null);
  draft = $state('');
  /** Somebody wrote the same sentence meanwhile: what stands now; an empty text where it is gone. */
  conflict: { theirs: string } | null = $state.raw(null);
  /** Left on this device: by a killed browser, or set aside after a conflict. */
  kept: Unsaved[] = $state.raw([]);
  isSaving = $state(false);
  readonly #desk: ReportDesk;
  #device: Device<Unsaved> | null = null;
  #n = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #checks = '';

  constructor(desk: ReportDesk) {
    this.#desk = desk;
  }

  isChanged = $derived(this.editing !== null && this.draft.trim() !== this.editing.was);

  async open(name: string, checks: string): Promise<void> {
    this.#checks = checks;
    this.#device = await openDevice<Unsaved>(name);
    // What has been saved meanwhile, from another window, is no longer offered.
    const isOpen = ({ sentence, text }: Unsaved) => (sentence ? this.#desk.layout.placed.get(sentence)?.text : '') !== text.trim(); // prettier-ignore
    for (const one of this.#device.kept.filter((one) => !isOpen(one))) this.#device.drop(one.id);
    this.kept = this.#device.kept.filter(isOpen);
    this.#n = Math.max(0, ...this.kept.map(({ n }) => n));
  }

  async write(id: string, from?: Unsaved): Promise<void> {
    const placed = this.#desk.layout.placed.get(id);
    if (!placed || this.#desk.readOnly || !(await this.leave(false))) return;
    const { paragraph, text } = placed;
    this.editing = { sentence: id, paragraph: paragraph.id, basedOn: paragraph.version, after: null, was: text };
    await this.#begin(from?.text ?? text);
  }

  /** A new sentence after the one that one is at. */
  async add(from?: Unsaved): Promise<void> {
    const desk = this.#desk;
    const last = desk.current() ?? desk.layout.sentences.at(-1);
    if (desk.readOnly || !(await this.leave(false))) return;
    const held = desk.text.paragraphs.find(({ id }) => id === (from?.paragraph ?? last?.paragraph.id)) ?? last?.paragraph; // prettier-ignore
    const under = held ?? desk.text.paragraphs.at(-1);
    if (!under) return;
    const after = under.sentences.find(({ id }) => id === (from?.after ?? last?.id))?.id ?? under.sentences.at(-1)?.id;
    this.editing = { sentence: null, paragraph: under.id, basedOn: under.version, after: after ?? null, was: '' };
    await this.#begin(from?.text ?? '');
  }

  async #begin(text: string): Promise<void> {
    this.conflict = null;
    this.draft = text;
    await tick();
    const area = document.querySelector<HTMLTextAreaElement>('#in-hand');
    area?.focus();
    area?.setSelectionRange(text.length, text.length);
    if (this.isChanged) this.typed();
  }

  /** At every keystroke. */
  typed(): void {
    if (!this.editing) return;
    const unsaved = { ...this.editing, id: this.#key(), n: ++this.#n, text: this.draft };
    if (this.isChanged) this.#device?.holdKept(unsaved);
    this.rest();
  }

  /** A little later, when one has paused, what is in hand is saved and looked through. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#rested(), pause);
  }

  async #rested(): Promise<void> {
    // A new sentence is added when it is finished.
    if (this.editing?.sentence && !this.conflict) await this.save();
    await this.check();
  }

  #key(): string {
    return this.editing!.sentence ?? `new ${this.editing!.paragraph} ${this.editing!.after}`;
  }

  /** Saves what is in hand; true when nothing is left to save. */
  async save(tries = 3): Promise<boolean> {
    const { editing } = this;
    const text = this.draft.replace(/\s+/g, ' ').trim();
    clearTimeout(this.#timer);
    if (!editing) return true;
    if (this.conflict) return false;
    if (text === editing.was || text === '') {
      this.#device?.drop(this.#key());
      return true;
    }
    const key = this.#key();
    this.isSaving = true;
    const desk = this.#desk;
    const { sentence, basedOn, paragraph, after } = editing;
    const was = editing.was;
    const answer = await desk.act(
      sentence ? 'sentence.write' : 'sentence.add',
      sentence ? { sentence, basedOn, text } : { paragraph, basedOn, after, text },
      (outcome: { id?: string }) => sentence
        ? desk.act('sentence.write', { sentence, basedOn: desk.versionOf(sentence), text: was })
        : desk.act('sentence.remove', { sentence: outcome.id!, basedOn: desk.versionOf(outcome.id!) }), // prettier-ignore
    );
    this.isSaving = false;
    if (!answer) return false;
    if ('sentence' in answer) return this.#refused(answer.code, tries);
    const outcome = answer.outcome as { id?: string; version: number; paragraph?: string };
    this.#device?.drop(key);
    this.kept = this.kept.filter(({ id }) => id !== key);
    const id = sentence ?? outcome.id!;
    desk.at.report = id;
    if (this.editing === editing) this.editing = { ...editing, sentence: id, paragraph: outcome.paragraph ?? paragraph, basedOn: outcome.version, was: text }; // prettier-ignore
    return true;
  }

  /** Somebody was here before: where they left this sentence alone it is saved on what stands now; else both are shown. */
  async #refused(code: string, tries: number): Promise<boolean> {
    const { editing } = this;
    if (!editing || (code !== 'paragraph.changed_meanwhile' && code !== 'gone')) return false;
    const desk = this.#desk;
    const placed = editing.sentence ? desk.layout.placed.get(editing.sentence) : undefined;
    const home = placed?.paragraph ?? desk.text.paragraphs.find(({ id }) => id === editing.paragraph);
    const isMine = editing.sentence === null ? home !== undefined : placed?.text === editing.was;
    desk.refused = null;
    if (isMine && home && tries > 0) {
      const after = home.sentences.some(({ id }) => id === editing.after) ? editing.after : (home.sentences.at(-1)?.id ?? null); // prettier-ignore
      this.editing = { ...editing, paragraph: home.id, basedOn: home.version, after };
      return this.save(tries - 1);
    }
    this.conflict = { theirs: placed?.text ?? '' };
    return false;
  }

  /** After a conflict: mine over theirs, theirs alone – mine stays on this device –, or mine as a sentence of its own. */
  async settle(how: 'mine' | 'theirs' | 'both'): Promise<void> {
    const { editing, draft } = this;
    const desk = this.#desk;
    if (!editing) return;
    const placed = desk.layout.placed.get(editing.sentence ?? '');
    this.conflict = null;
    if (how === 'mine' && placed) {
      this.editing = {
        ...editing,
        paragraph: placed.paragraph.id,
        basedOn: placed.paragraph.version,
        was: placed.text,
      };
      await this.leave();
      return;
    }
    const unsaved = { ...editing, id: this.#key(), n: ++this.#n, text: draft };
    this.editing = null;
    if (how === 'theirs') {
      this.kept = [...this.kept.filter(({ id }) => id !== unsaved.id), unsaved];
      if (placed) await desk.go('report', placed.id);
      return;
    }
    this.#device?.drop(unsaved.id);
    desk.at.report = placed?.id ?? desk.at.report;
    await this.add({ ...unsaved, sentence: null, after: placed?.id ?? null });
    await this.leave();
  }

  /** Saves and puts down; false where it could not be saved, and stays in hand. */
  async leave(isFocused = true): Promise<boolean> {
    if (!this.editing) return true;
    if (!(await this.save())) return false;
    void this.check();
    const at = this.editing.sentence ?? this.editing.after;
    this.editing = null;
    if (isFocused && at) await this.#desk.go('report', at);
    return true;
  }

  /** Puts down without saving; the words as they were stand. */
  async putDown(): Promise<void> {
    if (!this.editing) return;
    clearTimeout(this.#timer);
    this.#device?.drop(this.#key());
    const at = this.editing.sentence ?? this.editing.after;
    this.editing = null;
    this.conflict = null;
    if (at) await this.#desk.go('report', at);
  }

  async split(at: number): Promise<void> {
    const lead = this.draft.slice(0, at).replace(/\s+/g, ' ').trimStart().length;
    if (!(await this.save()) || !this.editing?.sentence) return;
    const { sentence, was: text } = this.editing;
    const desk = this.#desk;
    const basedOn = () => desk.versionOf(sentence);
    const answer = await desk.act('sentence.split', { sentence, basedOn: basedOn(), at: lead }, async () => {
      await desk.act('sentence.join', { sentence, basedOn: basedOn() });
      // Where no blank stood between the two there is none again.
      const joined = desk.layout.placed.get(sentence)?.text;
      if (joined !== text && joined?.replaceAll(' ', '') === text.replaceAll(' ', '')) await desk.act('sentence.write', { sentence, basedOn: basedOn(), text }); // prettier-ignore
    });
    if (!answer || 'sentence' in answer) return;
    const { id } = answer.outcome as { id: string };
    this.editing = null;
    await this.write(id);
    document.querySelector<HTMLTextAreaElement>('#in-hand')?.setSelectionRange(0, 0);
  }

  /** What is pasted at the end of a sentence – several, or one taken from the report – becomes sentences; true when taken. */
  pastes(text: string, from: string[], isAtEnd: boolean): boolean {
    const isWhole = from.length > 0 || sentencesIn(text).length > 1;
    if (!isAtEnd || !isWhole || !this.editing?.sentence) return false;
    void this.leave().then((isSaved) => (isSaved ? this.paste(text, from) : undefined));
    return true;
  }

  async paste(text: string, from: string[]): Promise<void> {
    const desk = this.#desk;
    const placed = desk.current();
    if (!placed) return;
    const { id: paragraph, version: basedOn } = placed.paragraph;
    const input = { paragraph, basedOn, after: placed.id, text, from };
    const answer = await desk.act('sentences.paste', input, ({ ids: [sentence, ...also] }: { ids: [string] }) =>
      desk.act('sentence.remove', { sentence, also, basedOn: desk.versionOf(sentence) }),
    );
    if (answer && 'outcome' in answer) await desk.go('report', (answer.outcome as { ids: string[] }).ids.at(-1)!);
  }

  /** Asks what the checks find in the words in hand. */
  async check(): Promise<void> {
    const { editing } = this;
    if (!editing?.sentence || !this.#checks) return;
    const { sentence, paragraph } = editing;
    const text = this.draft.trim();
    const response = await fetch(this.#checks, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ sentence, paragraph, text }) }).catch(() => null); // prettier-ignore
    if (!response?.ok) return;
    const found = (await response.json()) as ToldFinding[];
    const findings = new Map(this.#desk.findings);
    if (found.length > 0) findings.set(sentence, found);
    else findings.delete(sentence);
    this.#desk.findings = findings;
  }

  async takeUp(one: Unsaved): Promise<void> {
    this.kept = this.kept.filter(({ id }) => id !== one.id);
    if (one.sentence && this.#desk.layout.placed.has(one.sentence)) await this.write(one.sentence, one);
    else {
      this.#device?.drop(one.id);
      await this.add(one);
    }
  }

  letGo(one: Unsaved): void {
    this.#device?.drop(one.id);
    this.kept = this.kept.filter(({ id }) => id !== one.id);
  }
}
