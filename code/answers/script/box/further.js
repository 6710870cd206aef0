// A script of its own, loaded when an answer or a mistake names something in it, or when the answers are taken away.
// `verdict` and `line` are for scripts that ask: they judge at once, and say it as Python does.
import { line, verdict } from '../judge/at_once.js';
import { meantBy } from '../judge/meant.js';
import { addFurther } from '../numpy/further.js';
import { asCell } from '../python/cell.js';
import { asFile } from '../python/definition.js';
import { copied, exported, imported, reset, takeAway } from './carried.js';

addFurther();
Object.assign(globalThis.answerBoxes, { asCell, asFile, copied, exported, imported, line, meantBy, reset, takeAway,
  verdict });
