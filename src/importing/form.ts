import type { Corrections } from './corrections.ts';
import type { Understanding } from './understanding.ts';

// The fields of the preview's form, by what stands before the first full stop:
// cluster.number, cluster.title, number.KEY, title.KEY (a roundtable), who.NAME and kind.NAME (a delegation),
// by.KEY (a statement's speakers, parted by semicolons), drop (points that are wrong).

/**
 * What a person changed in the preview's form; a field left as it was, or emptied, corrects nothing. `plan` is the
 * document as it was understood before any correction.
 */
export function correctionsFrom(form: FormData, plan: Understanding): Corrections {
  const field = (name: string, was: string) => {
    const given = String(form.get(name) ?? '').trim();
    return given === '' || given === was ? undefined : given;
  };
  const cluster = {
    number: field('cluster.number', plan.cluster?.number ?? ''),
    title: field('cluster.title', plan.cluster?.title ?? ''),
  };
  const roundtables = plan.roundtables.map(({ key, number, title }) => [
    key,
    { number: field(`number.${key}`, number), title: field(`title.${key}`, title) },
  ]);
  const delegations = plan.delegations.flatMap(({ name }) => {
    const meant = field(`who.${name}`, '') ?? field(`kind.${name}`, '');
    return meant ? [[name, meant]] : [];
  });
  const speakers = plan.roundtables
    .flatMap(({ statements }) => statements)
    .flatMap(({ key, speakers }) => {
      const names = field(`by.${key}`, speakers.join('; '))?.split(';');
      const given = names?.map((name) => name.trim()).filter(Boolean) ?? [];
      return given.length > 0 ? [[key, given]] : [];
    });
  return {
    cluster,
    roundtables: Object.fromEntries(roundtables),
    delegations: Object.fromEntries(delegations),
    dropped: form.getAll('drop').map(String),
    speakers: Object.fromEntries(speakers),
  };
}
