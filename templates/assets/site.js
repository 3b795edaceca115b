// What every page runs, in one file: nothing here is needed to read.
import "./scheme.js";
import "./language.js";
import "./offline.js";
