import record from './en/record.ts';
import ui from './en/ui.ts';

export default { ...record, ...ui } as const;
