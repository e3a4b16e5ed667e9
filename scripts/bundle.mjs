// Joins the browser's modules and their packages into the files that pages load. `make` runs it; it is safe to repeat.
//
// One line for each file: what it is made of, and where it lies. The folders are in no repository. Her files lie beside
// those of the door, under one letter each, since on the door's own host nothing else is served.

import { build } from "esbuild";

const ROOM = "bredvid/room/static/bredvid/room";
const FILES = [
  [`${ROOM}/her/page.js`, "bredvid/room/static/a/d.js"],
  [`${ROOM}/protocol/worker.js`, "bredvid/room/static/a/w.js"],
  [`${ROOM}/desk/main.js`, `${ROOM}/built/desk.js`],
];

for (const [from, to] of FILES)
  await build({
    entryPoints: [from],
    outfile: to,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020", // telephones some years old; noble needs its BigInt
    charset: "utf8",
    legalComments: "eof", // the licences of the packages ask for their names
    logLevel: "warning",
  });
