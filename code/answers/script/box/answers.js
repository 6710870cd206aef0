// The engine: all that is loaded when a reader comes near the first box.
import { open } from './box.js';

globalThis.answerBoxes.open = open;
