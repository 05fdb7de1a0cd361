// One forum and one browser for every role's day: each story leaves the forum as another can find it.
import { aDelegate } from './delegate.ts';
import { inTheDemo } from './journey.ts';
import { aReader } from './reader.ts';
import { aVisitor } from './visitor.ts';

const demo = inTheDemo();

aVisitor(demo);
aDelegate(demo);
aReader(demo);
