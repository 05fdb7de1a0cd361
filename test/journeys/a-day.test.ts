// One forum and one browser for whoever speaks and reads: each story leaves the forum as the next can find it.
import { aCoChair } from './co-chair.ts';
import { aDelegationConfirms } from './confirming.ts';
import { aDelegate } from './delegate.ts';
import { aGuest } from './guest.ts';
import { aFinalReport } from './final-report.ts';
import { theFloor } from './floor.ts';
import { inTheDemo } from './journey.ts';
import { aRapporteur } from './rapporteur.ts';
import { aReader } from './reader.ts';
import { theThread } from './thread.ts';
import { aVisitor } from './visitor.ts';

const demo = inTheDemo();

aVisitor(demo);
aGuest(demo);
aCoChair(demo);
aDelegate(demo);
theThread(demo);
aReader(demo);
aRapporteur(demo);
aDelegationConfirms(demo);
theFloor(demo);
aFinalReport(demo);
